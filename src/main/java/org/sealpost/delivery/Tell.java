package org.sealpost.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Channel;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;

/** What senders are still to be told, in order. A notice stays due, with growing pauses, until {@link #told}. */
public interface Tell {
    /** Notices due now for senders who came by that channel and are told by a message; claimed for a while. */
    List<Notice> due(Channel channel);

    /** The notice is out. Never called before the mail server, or the partner's server, has taken it. */
    void told(Notice notice);

    /** It could not be delivered this time. */
    void failed(Notice notice);

    /**
     * One thing to tell one sender. A notice holds no content of a form.
     *
     * @param reference empty for what was never admitted
     * @param at when that happened
     */
    record Notice(
            long number,
            SubmissionId id,
            Optional<Reference> reference,
            PartnerId partner,
            ReturnAddress to,
            News news,
            Instant at) {}

    /** What there is to tell. */
    sealed interface News {
        /** Its stable word in the ledger and in the database. */
        String word();

        /**
         * We have it.
         *
         * @param locked a file in it could not be opened because it is locked with a password or encrypted
         */
        record InCustody(boolean locked) implements News {
            /** All could be opened. */
            public InCustody() {
                this(false);
            }

            @Override
            public String word() {
                return "in-custody";
            }
        }

        /** The force has it. */
        record Delivered() implements News {
            @Override
            public String word() {
                return "delivered";
            }
        }

        /** The force would not take it. */
        record RefusedByForce(Refusal why) implements News {
            @Override
            public String word() {
                return "refused-by-force";
            }
        }

        /** The force has not signed for it, and we have stopped sending it. */
        record GivenUp() implements News {
            @Override
            public String word() {
                return "given-up";
            }
        }

        /** Sealed and kept, and not sent on until a person has looked at who has sent it. */
        record Held() implements News {
            @Override
            public String word() {
                return "held";
            }
        }

        /** It was held back, and a person refused it. */
        record TurnedDown(Refusal why) implements News {
            @Override
            public String word() {
                return "turned-down";
            }
        }

        /** We did not take it. */
        record TurnedAway(Refusal why) implements News {
            @Override
            public String word() {
                return "turned-away";
            }
        }
    }
}
