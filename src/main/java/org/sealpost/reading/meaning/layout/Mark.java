package org.sealpost.reading.meaning.layout;

import org.sealpost.reading.document.Element;
import org.sealpost.reading.meaning.label.Meaning;

/** What a document says of itself, one step at a time, in reading order. */
public sealed interface Mark {
    /** A heading; one that nobody knows ends the section before it. */
    record Section(Meaning meaning, String text) implements Mark {}

    /** A label with its answer, which may be blank: a blank one still says that a block has begun. */
    record Answer(Meaning meaning, String label, Span value) implements Mark {}

    /**
     * A box that can be ticked.
     *
     * @param meaning of the question and the field's name
     * @param question what is asked, empty where the box stands alone
     * @param label what the box stands for
     */
    record Tick(Meaning meaning, String question, Span label, boolean on) implements Mark {}

    /** The next row of a grid begins: another entity. */
    record Row() implements Mark {}

    /** Running text. */
    record Prose(Span span) implements Mark {}

    /** A blank line. */
    record Gap() implements Mark {}

    /** What stands beside the answers and is none. */
    record Aside(String label, Span text, Element.Reason reason) implements Mark {}

    /** What the transport says of the sender: {@code from-name}, {@code from-address}. */
    record Sender(String name, Span value) implements Mark {}
}
