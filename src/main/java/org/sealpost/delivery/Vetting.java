package org.sealpost.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sealpost.envelope.ReceiptExpectation;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/** What is held back. Part of one commit of {@link Custody}. */
public interface Vetting {
    /**
     * Keeps a new one.
     *
     * @param bytes the fingerprint of the originals as they came, by which the same letter is known
     */
    void hold(HeldBack.Facts of, Sha256 bytes, Sealed sealed);

    /** What is kept of it; empty where it is held no more. */
    Optional<Sealed> sealed(SubmissionId id);

    /** A person has refused it: it is on the list no more. */
    void turnDown(HeldBack.TurnedDown turnedDown);

    /** It is held no more: taken into the outbox in the same commit, or erased. */
    void drop(SubmissionId id);

    /** This rung has called to it; false where it had before, or where it is decided. */
    boolean called(SubmissionId id, String rung, Instant at);

    /**
     * @param fingerprints by which an equal one is known, once it is released
     * @param returnAddress sealed
     * @param envelope sealed
     */
    record Sealed(Set<Sha256> fingerprints, Bytes returnAddress, Bytes envelope, ReceiptExpectation expectation) {
        public Sealed {
            fingerprints = Set.copyOf(fingerprints);
        }
    }
}
