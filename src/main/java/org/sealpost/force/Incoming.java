package org.sealpost.force;

import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Refusal;

/**
 * A message as the queue gave it; nothing of it is to be believed yet.
 *
 * @param proof the ledger's proof that travels with it, empty where there was none
 * @param unreadable why not even its bytes could be had, and which message it was; there are no bytes then
 */
public record Incoming(Bytes envelope, Optional<String> proof, Optional<Refusal> unreadable) {
    private static final Bytes NOTHING = Bytes.of(new byte[0]);

    public Incoming(Bytes envelope, Optional<String> proof) {
        this(envelope, proof, Optional.empty());
    }

    static Incoming unreadable(String whichAndWhy) {
        return new Incoming(NOTHING, Optional.empty(), Optional.of(new Refusal("unreadable", whichAndWhy)));
    }
}
