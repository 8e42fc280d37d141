package org.sealpost.reading;

import java.util.List;
import org.sealpost.reading.document.Document;
import org.sealpost.submission.Sha256;

/**
 * From what stands in the documents to what it means. Sees bounded, checked records only, never a document's bytes, and
 * so may run in the gateway's own process. Safe to share between threads.
 */
@FunctionalInterface
public interface Interpreter {
    /**
     * Always answers, however little was read.
     *
     * @param documents every part of what arrived: the originals first and in their order, so that index {@code i} is
     *     original {@code i}; after them the parts found inside, each after the part it lies in, depth first
     * @param substance for {@link Reading#substance}, as it is
     */
    Reading interpret(Cover cover, List<Document> documents, List<Sha256> substance);
}
