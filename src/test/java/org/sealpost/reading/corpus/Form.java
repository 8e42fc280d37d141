package org.sealpost.reading.corpus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A filled form.
 *
 * @param sender the submitter's name and mail address
 */
record Form(String title, List<Item> items, ObjectNode truth, Sender sender) {
    record Sender(String name, String address) {}
}
