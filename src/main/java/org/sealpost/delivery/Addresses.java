package org.sealpost.delivery;

import java.util.Optional;
import org.sealpost.envelope.AddressSeal;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;

/**
 * Return addresses as they are kept. One that the key in use does not open is nobody's until that key is back, and holds up
 * nothing: not the receipt that came for it, nor the others who are told. Safe to share between threads.
 */
final class Addresses {
    private final AddressSeal seal;

    Addresses(AddressSeal seal) {
        this.seal = seal;
    }

    Bytes seal(SubmissionId id, ReturnAddress address) {
        return seal.seal(id, address);
    }

    /** Empty where another key sealed it. */
    Optional<ReturnAddress> open(SubmissionId id, Bytes sealed) {
        try {
            return Optional.of(seal.open(id, sealed));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
