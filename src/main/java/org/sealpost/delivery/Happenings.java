package org.sealpost.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.ReceiptTaken;
import org.sealpost.ledger.Release;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Outcome;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/** The ledger entries of the use cases. None holds content, nor a digest of content that was not sealed. */
final class Happenings {
    private static final int LONGEST_NAME = 100;

    private Happenings() {}

    /** @param malware what the scanner said, in one word; empty where nothing is scanned */
    static Entry admitted(
            Particulars of, Arrival arrival, String trace, int parts, int unread, Optional<String> malware) {
        TreeMap<String, String> facts = arrived(arrival, trace, of.id());
        facts.put("reference", of.reference().value());
        facts.put("parts", Integer.toString(parts));
        facts.put("unread", Integer.toString(unread));
        malware.ifPresent(word -> facts.put("malware", word));
        facts.put("urgent", Boolean.toString(of.urgent()));
        return new Entry("admitted", of.admittedAt(), facts);
    }

    /** Says nothing of the partner: it travels to the force with the envelope. */
    static Entry released(Particulars of, Sha256 envelope) {
        return new Release(of.force(), of.sequence(), of.id(), envelope).entry(of.admittedAt());
    }

    static Entry repeated(Particulars of, Arrival arrival, String trace, Instant at) {
        return new Entry("repeated", at, arrived(arrival, trace, of.id()));
    }

    static Entry refused(SubmissionId id, Arrival arrival, String trace, Refusal why, Instant at) {
        TreeMap<String, String> facts = arrived(arrival, trace, id);
        facts.put("code", why.code());
        return new Entry("refused", at, facts);
    }

    /** The first attempt is {@code sent}, every other one {@code sent-again}. */
    static Entry sent(Held.Underway underway) {
        String event = underway.attempts() == 1 ? "sent" : "sent-again";
        return Entry.of(
                event,
                underway.sentAt(),
                Map.of(
                        "submission", underway.of().id().toString(),
                        "attempt", Integer.toString(underway.attempts())));
    }

    /** What the ledger's verification looks up the receipt by. */
    static Entry receiptTaken(Held.Settled settled, Sha256 receipt) {
        boolean accepted = settled.outcome() instanceof Outcome.Accepted;
        return new ReceiptTaken(settled.of().force(), settled.of().id(), accepted, receipt).entry(settled.at());
    }

    static Entry settled(Held.Settled settled, Sha256 receipt, Optional<String> seenCheckpoint) {
        TreeMap<String, String> facts = new TreeMap<>();
        facts.put("submission", settled.of().id().toString());
        facts.put("force", settled.of().force().value());
        facts.put("receipt-sha256", receipt.toString());
        seenCheckpoint.ifPresent(note -> putCheckpoint(facts, note));
        if (settled.outcome() instanceof Outcome.Refused refused) {
            facts.put("code", refused.why().code());
            return new Entry("refused-by-force", settled.at(), facts);
        }
        return new Entry("delivered", settled.at(), facts);
    }

    static Entry reconciled(Certificate of, Tally tally, Sha256 note) {
        return Entry.of(
                "reconciled",
                of.at(),
                Map.of(
                        "number", Long.toString(of.number()),
                        "partner", of.partner().value(),
                        "force", of.force().value(),
                        "arrived", Integer.toString(tally.arrivals()),
                        "ended", Integer.toString(tally.endings()),
                        "without-receipt", Integer.toString(tally.gaps()),
                        "certificate", note.toString()));
    }

    /** The force lacks it in its sequence. */
    static Entry askedFor(Held held, Instant at) {
        return Entry.of(
                "asked-for",
                at,
                Map.of(
                        "submission", held.of().id().toString(),
                        "force", held.of().force().value()));
    }

    /** The checkpoint that a true receipt names is not one of this ledger. */
    static Entry witnessRefused(Held.Settled settled, String code) {
        return Entry.of(
                "witness-refused",
                settled.at(),
                Map.of(
                        "submission", settled.of().id().toString(),
                        "force", settled.of().force().value(),
                        "code", code));
    }

    static Entry receiptRejected(ForceId force, Sha256 untrustedReceipt, String code, Instant at) {
        return Entry.of(
                "receipt-rejected",
                at,
                Map.of("force", force.value(), "sha256", untrustedReceipt.toString(), "code", code));
    }

    static Entry erased(Held.Erased erased, int untold) {
        return Entry.of(
                "erased",
                erased.at(),
                Map.of(
                        "submission", erased.of().id().toString(),
                        "untold", Integer.toString(untold)));
    }

    /** A person was called to it. */
    static Entry overdue(SubmissionId id, Escalate.Person person, Instant at) {
        TreeMap<String, String> facts = new TreeMap<>();
        facts.put("submission", id.toString());
        facts.put("called-by", person.by());
        if (!person.name().isEmpty()) {
            facts.put("person", printable(person.name()));
        }
        return new Entry("overdue", at, facts);
    }

    /** A notice about what was never admitted, or is erased, was given up. */
    static Entry senderNotTold(SubmissionId id, Instant at) {
        return Entry.of("sender-not-told", at, Map.of("submission", id.toString()));
    }

    static Entry senderTold(SubmissionId id, Tell.News news, Instant at) {
        return Entry.of("sender-told", at, Map.of("submission", id.toString(), "news", news.word()));
    }

    static TreeMap<String, String> arrived(Arrival arrival, String trace, SubmissionId id) {
        TreeMap<String, String> facts = new TreeMap<>();
        facts.put("submission", id.toString());
        facts.put("partner", arrival.partner().value());
        facts.put("force", arrival.force().value());
        facts.put("channel", arrival.channel().word());
        facts.put("by", printable(arrival.by()));
        facts.put("source", trace);
        facts.put("bytes", Long.toString(arrival.size()));
        facts.put("originals", Integer.toString(arrival.originals().size()));
        return facts;
    }

    /** The second and third line of a C2SP checkpoint are the size of the tree and its root in base 64. */
    private static void putCheckpoint(Map<String, String> facts, String note) {
        List<String> lines = note.lines().limit(3).toList();
        if (lines.size() == 3) {
            facts.put("seen-size", printable(lines.get(1)));
            facts.put("seen-root", printable(lines.get(2)));
        }
    }

    /** What a name is in the ledger, where nothing needs an escape. */
    static String printable(String text) {
        String ascii = text.replaceAll("[^ !#-\\[\\]-~]", "?");
        return ascii.length() <= LONGEST_NAME ? ascii : ascii.substring(0, LONGEST_NAME);
    }
}
