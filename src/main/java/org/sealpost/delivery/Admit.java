package org.sealpost.delivery;

import org.sealpost.reading.FormReader;
import org.sealpost.submission.Arrival;
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
