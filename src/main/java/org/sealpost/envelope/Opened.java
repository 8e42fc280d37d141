package org.sealpost.envelope;

import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;
import org.sealpost.submission.Sha256;

/**
 * A submission that was opened and checked in full.
 *
 * @param context what the gateway signed that it is about
 * @param submissionJson the reading
 * @param source who sent it, sealed to somebody else, where the force has that sealed by itself
 * @param originals what arrived, byte for byte, in its order; their names are a sender's word: never a path
 * @param signedData the gateway's signed message as DER, for any CMS implementation to verify again
 * @param envelope SHA-256 of the envelope's DER
 * @param receiptBasis what a receipt for it must be bound to
 */
public record Opened(
        EnvelopeContext context,
        Bytes submissionJson,
        Optional<Bytes> source,
        List<Original> originals,
        Bytes signedData,
        Sha256 envelope,
        ReceiptExpectation receiptBasis) {
    public Opened {
        originals = List.copyOf(originals);
    }

    /** Says which one it is, never what is in it. */
    @Override
    public String toString() {
        return "submission " + context.id() + ", opened";
    }
}
