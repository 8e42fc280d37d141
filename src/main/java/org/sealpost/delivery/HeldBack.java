package org.sealpost.delivery;

import java.time.Instant;
import java.util.List;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/**
 * Sealed and kept as any submission, and not sent until a person releases it: nobody knows yet whether it is from whom it
 * says. It has no number in the force's sequence, so that the force misses none.
 */
public sealed interface HeldBack {
    Facts of();

    /** A person lets it go its way. What was turned down can still be released, as long as it is kept. */
    default Held.Waiting released(long sequence, Instant at) {
        Facts of = of();
        return new Held.Waiting(
                new Particulars(
                        of.id(),
                        of.reference(),
                        of.partner(),
                        of.force(),
                        of.channel(),
                        sequence,
                        of.urgent(),
                        at,
                        of.locked()),
                0);
    }

    /** On the list a person is called to. */
    record Undecided(Facts of) implements HeldBack {
        TurnedDown turnedDown(OperatorName by, Instant at) {
            return new TurnedDown(of, by, at);
        }
    }

    /** A person has refused it; it is kept a while, in case that was a mistake. */
    record TurnedDown(Facts of, OperatorName by, Instant at) implements HeldBack {}

    /**
     * What is fixed from the beginning; nothing of the form.
     *
     * @param number in the order of arrival
     * @param position the index of the ledger entry by which it was held
     * @param since to the millisecond
     * @param tell whether the sender may be told of it, though nobody knows who that is
     * @param locked whether a file in it could not be opened because it is locked with a password or encrypted
     */
    record Facts(
            long number,
            SubmissionId id,
            Reference reference,
            PartnerId partner,
            ForceId force,
            Channel channel,
            boolean urgent,
            Instant since,
            long position,
            List<Doubt> doubts,
            boolean tell,
            boolean locked) {
        public Facts {
            doubts = List.copyOf(doubts);
            if (doubts.isEmpty()) {
                throw new IllegalArgumentException("nothing is held back without a doubt");
            }
        }
    }
}
