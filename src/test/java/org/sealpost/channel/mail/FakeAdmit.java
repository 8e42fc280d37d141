package org.sealpost.channel.mail;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * Custody in memory that keeps {@link Admit}'s promises, and fails on demand: letters that hold {@link #FAULT_BEFORE}
 * never get in, those that hold {@link #FAULT_AFTER} get in and the caller is not told the first time.
 */
final class FakeAdmit implements Admit {
    static final String FAULT_BEFORE = "fault-before-the-commit";
    static final String FAULT_AFTER = "fault-after-the-commit";
    static final String REFUSE = "to-be-refused";

    final Map<Sha256, Admission.Admitted> custody = new ConcurrentHashMap<>();
    final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    final List<Admission> answers = new CopyOnWriteArrayList<>();
    final List<Refused> refused = new CopyOnWriteArrayList<>();
    final List<String> faults = new CopyOnWriteArrayList<>();
    volatile boolean down;

    final List<Held> held = new CopyOnWriteArrayList<>();

    record Held(Arrival arrival, List<Doubt> doubts, boolean tell) {}

    record Refused(Arrival arrival, Refusal why) {}

    void clear() {
        custody.clear();
        arrivals.clear();
        answers.clear();
        refused.clear();
        held.clear();
        faults.clear();
        down = false;
    }

    @Override
    public Admission admit(Arrival arrival, Progress progress) {
        String text = new String(arrival.originals().get(0).content().array(), StandardCharsets.ISO_8859_1);
        if (down || text.contains(FAULT_BEFORE)) {
            faults.add(FAULT_BEFORE);
            throw new IllegalStateException("a fault that quotes the content: Violet Example");
        }
        if (text.contains(REFUSE)) {
            return new Admission.Refused(new Refusal("refused-by-admit", "It was refused."));
        }
        Sha256 digest = arrival.originals().get(0).content().sha256();
        Admission.Admitted earlier = custody.get(digest);
        if (earlier != null) {
            Admission.Admitted again = new Admission.Admitted(earlier.id(), earlier.reference(), earlier.at(), true);
            answers.add(again);
            return again;
        }
        Admission.Admitted first = new Admission.Admitted(
                SubmissionId.random(), Reference.random(new SecureRandom()), Instant.now(), false);
        custody.put(digest, first);
        arrivals.add(arrival);
        if (text.contains(FAULT_AFTER)) {
            faults.add(FAULT_AFTER);
            throw new IllegalStateException("a fault that quotes the content: Violet Example");
        }
        answers.add(first);
        return first;
    }

    @Override
    public Admission hold(Arrival arrival, List<Doubt> doubts, boolean tell, Progress progress) {
        held.add(new Held(arrival, doubts, tell));
        return new Admission.HeldBack(Reference.random(new SecureRandom()), Instant.now(), false);
    }

    @Override
    public Admission.Refused refuse(Arrival arrival, Refusal why) {
        refused.add(new Refused(arrival, why));
        return new Admission.Refused(why);
    }
}
