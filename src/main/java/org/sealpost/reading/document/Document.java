package org.sealpost.reading.document;

import java.util.List;

/**
 * One part of what arrived, and what stands in it.
 *
 * @param partOf the index of the part it was found in, -1 for an original
 * @param mediaType as detected from the bytes, never as claimed
 * @param size in bytes; 0 where its bytes could not be taken out
 * @param sha256 64 lower-case hexadecimal digits; empty where its bytes could not be taken out
 * @param disposition what became of it
 * @param reason a stable code and a sentence for whatever was not read, empty for what was
 * @param elements what stands in it; of an opaque part what was read of it before something stood in the way
 */
public record Document(
        String name,
        int partOf,
        String mediaType,
        long size,
        String sha256,
        Disposition disposition,
        String reason,
        List<Element> elements) {
    public Document {
        elements = List.copyOf(elements);
    }

    /** A part whose bytes could not be taken out: no more than its name is known. */
    public static Document named(String name, int partOf, Disposition disposition, String reason) {
        return new Document(name, partOf, "application/octet-stream", 0, "", disposition, reason, List.of());
    }

    /** What became of a part. */
    public enum Disposition {
        READ,
        /** Delivered as it is; nobody looked inside, or nobody could. */
        OPAQUE,
        /** Beyond a limit or forbidden: not even opened. Delivered with the original it lies in all the same. */
        REFUSED
    }
}
