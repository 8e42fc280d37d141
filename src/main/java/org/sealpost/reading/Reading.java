package org.sealpost.reading;

import java.util.List;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * What was understood, as {@code submission.json}.
 *
 * @param json the JSON:API document, UTF-8, valid against the published schema
 * @param urgent true where the form says that it is urgent
 * @param substance the digests of what the sender meant to send: of a plain file its own digest, of an e-mail those of
 *     its attachments, and one of its subject and own texts where it says anything; in the order of the parts
 * @param documents how many parts were found, nested ones included
 * @param unread how many of them were not read
 * @param locked whether one of them was not read because it is locked with a password or encrypted
 */
public record Reading(Bytes json, boolean urgent, List<Sha256> substance, int documents, int unread, boolean locked) {
    /** Nothing in it is locked. */
    public Reading(Bytes json, boolean urgent, List<Sha256> substance, int documents, int unread) {
        this(json, urgent, substance, documents, unread, false);
    }

    public Reading {
        substance = List.copyOf(substance);
    }
}
