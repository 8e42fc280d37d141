package org.sealpost.delivery;

import java.util.List;
import org.sealpost.reading.FormReader;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.Refusal;

/** Takes a submission into custody: read, sealed, recorded. Safe to share between threads. */
public interface Admit {
    /**
     * Returns {@link Admission.Admitted} only after one database commit that holds the sealed envelope, its ledger
     * entries and its place in the outbox; before that nothing is kept and the source still owns the form.
     *
     * <p>What the same partner sent before, byte for byte and within the configured window, is not taken twice: the first
     * one's reference comes back.
     *
     * @throws RuntimeException where it could not be stored; nothing was taken, and the source may try again. After an
     *     exception the commit may nevertheless have happened: a second try then finds the first one's reference
     */
    Admission admit(Arrival arrival, Progress progress);

    /**
     * Takes into custody what cannot be believed to be from whom it says: sealed as any submission, durably kept when this
     * returns, and sent to nobody until a person releases it ({@link Vet}).
     *
     * @param doubts why, at least one
     * @param tell whether the sender may be told, at most once a day for each address and in words that say nothing of it
     * @return {@link Admission.HeldBack}, or what came of it where the very same letter was released before, or a refusal of
     *     this room
     * @throws RuntimeException as {@link #admit}
     */
    Admission hold(Arrival arrival, List<Doubt> doubts, boolean tell, Progress progress);

    /**
     * Records that something was turned away at the door, and tells the sender why where the channel has a way to.
     *
     * @param arrival what would have been admitted
     */
    Admission.Refused refuse(Arrival arrival, Refusal why);

    /** Hears how far an admission is; called on the admitting thread. */
    interface Progress extends FormReader.Progress {
        Progress NOBODY = new Progress() {
            @Override
            public void reading(int document, int of) {}

            @Override
            public void sealing() {}

            @Override
            public void storing() {}
        };

        void sealing();

        void storing();
    }
}
