package org.sealpost.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sealpost.ledger.Entry;
import org.sealpost.reading.Reading;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.Sha256;

/** The ledger entries of what is held back, and of what people decide about it. */
final class Vetted {
    private Vetted() {}

    /** Sealed and kept, and why it is not sent. */
    static Entry held(HeldBack.Facts of, Arrival arrival, String trace, Reading reading, Sha256 envelope) {
        TreeMap<String, String> facts = Happenings.arrived(arrival, trace, of.id());
        facts.put("reference", of.reference().value());
        facts.put("parts", Integer.toString(reading.documents()));
        facts.put("unread", Integer.toString(reading.unread()));
        facts.put("urgent", Boolean.toString(of.urgent()));
        facts.put("doubts", words(of.doubts()));
        facts.put("envelope", envelope.toString());
        return new Entry("held", of.since(), facts);
    }

    static Entry released(HeldBack.Facts of, OperatorName by, Vet.Way way, Instant at) {
        return Entry.of(
                "held-released", at, Map.of("submission", of.id().toString(), "by", by.value(), "through", way.word()));
    }

    /** As {@code admitted}, with what was known when it came. */
    static Entry admitted(Particulars of, Entry came) {
        TreeMap<String, String> facts = new TreeMap<>(came.facts());
        facts.remove("doubts");
        facts.remove("envelope");
        return new Entry("admitted", of.admittedAt(), facts);
    }

    /** With whence it came, so that it stands in its partner's certificate. */
    static Entry turnedDown(HeldBack.Facts of, Entry came, Refusal why, OperatorName by, Vet.Way way, Instant at) {
        TreeMap<String, String> facts = new TreeMap<>();
        facts.put("submission", of.id().toString());
        for (String fact : List.of("partner", "force", "channel", "source")) {
            facts.put(fact, came.facts().getOrDefault(fact, ""));
        }
        facts.put("code", why.code());
        facts.put("decided-by", by.value());
        facts.put("through", way.word());
        return new Entry("turned-down", at, facts);
    }

    /** What was turned down is kept no more. */
    static Entry erased(HeldBack.TurnedDown turnedDown, Instant at) {
        return Entry.of("erased", at, Map.of("submission", turnedDown.of().id().toString(), "untold", "0"));
    }

    static String words(List<Doubt> doubts) {
        return doubts.stream().map(Doubt::word).collect(Collectors.joining(" "));
    }
}
