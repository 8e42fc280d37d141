package org.sealpost.torture.inside;

import java.util.List;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.Refusal;

/** Admission by whichever channel, with failpoints before it, while it seals, and before the source hears of it. */
record WatchedAdmit(Admit real, Failpoints failpoints) implements Admit {
    @Override
    public Admission admit(Arrival arrival, Progress progress) {
        String channel = arrival.channel().word();
        failpoints.meet("before admitting by " + channel);
        Admission admission = real.admit(arrival, new Progress() {
            @Override
            public void reading(int document, int of) {
                failpoints.meet("while reading");
                progress.reading(document, of);
            }

            @Override
            public void sealing() {
                failpoints.meet("while sealing");
                progress.sealing();
            }

            @Override
            public void storing() {
                failpoints.meet("while storing");
                progress.storing();
            }
        });
        failpoints.meet("admitted by " + channel + ", the source not told");
        return admission;
    }

    @Override
    public Admission hold(Arrival arrival, List<Doubt> doubts, boolean tell, Progress progress) {
        return real.hold(arrival, doubts, tell, progress);
    }

    @Override
    public Admission.Refused refuse(Arrival arrival, Refusal why) {
        return real.refuse(arrival, why);
    }
}
