package org.sealpost.force;

import java.io.PrintWriter;
import org.sealpost.submission.Refusal;

/** What a receiving process says: one line for each submission on stdout, what a person should know on stderr. */
final class Reporting {
    private final PrintWriter out;
    private final PrintWriter err;
    private int kept;
    private int repeated;
    private int aside;

    Reporting(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void tell(Reception reception) {
        if (reception instanceof Reception.Aside refused) {
            aside++;
            setAside(refused.why());
        } else if (reception instanceof Reception.Kept submission && submission.repeated()) {
            repeated++;
        } else if (reception instanceof Reception.Kept submission) {
            kept++;
            out.println(submission.reference() + "  " + submission.sealedAt() + "  " + submission.originals()
                    + (submission.originals() == 1 ? " original" : " originals")
                    + (submission.urgent() ? "  urgent" : ""));
            out.flush();
        }
    }

    private void setAside(Refusal why) {
        boolean alarm = why.code().equals("ledger-forked");
        warn((alarm ? "ALARM: " : "A message was set aside in .refused (" + why.code() + "): ") + why.sentence());
    }

    void warn(String sentence) {
        err.println(sentence);
        err.flush();
    }

    int kept() {
        return kept;
    }

    void close() {
        out.println(kept + (kept == 1 ? " submission" : " submissions") + " received"
                + (repeated == 0
                        ? ""
                        : ", " + repeated + " came again that " + (repeated == 1 ? "was" : "were") + " kept before")
                + (aside == 0 ? "" : ", " + aside + " set aside in .refused"));
        out.flush();
    }
}
