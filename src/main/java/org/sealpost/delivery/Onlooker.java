package org.sealpost.delivery;

import java.util.Optional;
import org.sealpost.submission.PartnerId;

/**
 * Who looks at what is kept of submissions.
 *
 * @param name of the person or program, whichever way it came in
 * @param capacity in a word, like {@code sender}
 * @param partner of a sender; empty for those who look after the gateway
 */
public record Onlooker(String name, Capacity capacity, Optional<PartnerId> partner, Way way) {
    /** As what somebody looks. */
    public enum Capacity {
        SENDER("sender"),
        OPERATOR("operator"),
        AUDITOR("auditor"),
        KEY_HOLDER("key-holder"),
        /** Whoever has a shell on the gateway's machine, named as that machine names him. */
        SHELL("shell");

        private final String word;

        Capacity(String word) {
            this.word = word;
        }

        /** As the ledger writes it. */
        public String word() {
            return word;
        }
    }

    /** By what somebody looks. */
    public enum Way {
        PAGE("page"),
        API("api"),
        COMMAND("command");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        /** As the ledger writes it. */
        public String word() {
            return word;
        }
    }
}
