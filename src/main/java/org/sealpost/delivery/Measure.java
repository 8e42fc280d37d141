package org.sealpost.delivery;

import java.util.Optional;
import java.util.stream.Stream;

/** What two people may decide about a submission without a receipt. */
public enum Measure {
    /** It is due at once, and its failures are forgotten. */
    RETRY("retry"),
    /** The sealed file may be taken to the force by other means. It is still sent as well. */
    HAND_OVER("hand-over"),
    /** It is sent no more, and the sender is told. */
    GIVE_UP("give-up");

    private final String word;

    Measure(String word) {
        this.word = word;
    }

    /** Its stable word in the ledger, in the database and for programs. */
    public String word() {
        return word;
    }

    public static Optional<Measure> ofWord(String word) {
        return Stream.of(values()).filter(m -> m.word.equals(word)).findAny();
    }
}
