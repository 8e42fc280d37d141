package org.sealpost.reading.structure.part;

import java.time.Duration;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.scan.Deadline;

/** What is left of one original's limits. */
public final class Budget {
    private final PartLimits limits;
    private final Deadline recognition;
    private int parts;
    private long bytes;
    private int elements;
    private long characters;

    public Budget(PartLimits limits, Duration recognition) {
        this.limits = limits;
        this.recognition = Deadline.in(recognition);
    }

    public PartLimits limits() {
        return limits;
    }

    /** When the recognition of this original's pictures must have come to an end. */
    public Deadline recognition() {
        return recognition;
    }

    void spendPart() throws NotReadException {
        if (++parts >= limits.parts()) {
            throw NotReadException.refused("too-many-parts", "It holds more parts than one submission may have.");
        }
    }

    void spendBytes(long more) throws NotReadException {
        bytes += more;
        if (bytes > limits.unpackedBytes()) {
            throw NotReadException.refused("unpacked-too-large", "What lies in it is larger than the limit.");
        }
    }

    void spend(Element element) throws NotReadException {
        if (element instanceof Element.Heading heading) {
            spend(1, heading.text().length());
        } else if (element instanceof Element.Line line) {
            spend(1, line.text().length());
        } else if (element instanceof Element.Field field) {
            spend(1, length(field));
        } else if (element instanceof Element.Aside aside) {
            spend(1, aside.label().length() + aside.text().length());
        } else if (element instanceof Element.Table table) {
            spend(1, 0);
            for (Element.Row row : table.rows()) {
                spend(1, 0);
                for (Element.Cell cell : row.cells()) {
                    spend(1, cell.text().length());
                    for (Element.Field field : cell.fields()) {
                        spend(1, length(field));
                    }
                }
            }
        }
    }

    private static int length(Element.Field field) {
        return field.name().length()
                + field.label().length()
                + field.nearby().length()
                + field.value().length();
    }

    private void spend(int moreElements, int moreCharacters) throws NotReadException {
        elements += moreElements;
        characters += moreCharacters;
        if (elements > limits.elements() || characters > limits.characters()) {
            throw NotReadException.opaque("reading-too-large", "There is more in it than a reading may hold.");
        }
    }
}
