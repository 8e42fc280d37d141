package org.sealpost.delivery;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;

/**
 * Shows what is held back, and lets a person decide about it. One person is enough: a release shows nothing to anybody but the
 * force, and what was refused can be released as long as it is kept. Each decision stands in the ledger with who took it, and
 * returns only after its commit. Safe to share between threads.
 */
public interface Vet {
    /**
     * What nobody has decided about, oldest first.
     *
     * @param after the number of the last one that was seen; 0 for the first page
     */
    List<Line> held(long after, int most);

    /**
     * Takes it into the outbox: it goes its way as any submission, and its deadlines count from now.
     *
     * @return why not, or nothing where it is done
     */
    Optional<Refusal> release(OperatorName by, Way way, Reference reference);

    /**
     * Refuses it; the sender is told, unless the partner's policy says otherwise.
     *
     * @return why not, or nothing where it is done
     */
    Optional<Refusal> refuse(OperatorName by, Way way, Reference reference, Reason reason);

    /** @param deadline when a person is called to it */
    record Line(HeldBack.Undecided of, Instant deadline, boolean overdue) {}

    /** Whence a decision came: a page asked for a password, a shell for nothing but itself. */
    enum Way {
        PAGE("page"),
        COMMAND("command");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Why it is refused: fixed words, because what is sent may reach somebody who never wrote. */
    enum Reason {
        NOT_FROM_THE_SENDER(
                "not-from-sender",
                "We could not make sure that the e-mail came from the person it names as its sender."),
        CAME_ANOTHER_WAY("came-another-way", "The same form has reached us another way."),
        NOT_A_FORM("not-a-form", "It was not a form for the police.");

        private final Refusal why;

        Reason(String code, String sentence) {
            this.why = new Refusal(code, sentence);
        }

        public Refusal why() {
            return why;
        }

        public static Optional<Reason> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(r -> r.why.code().equals(code))
                    .findFirst();
        }
    }
}
