package org.sealpost.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.sealpost.ledger.Entry;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.SubmissionId;

/** What happened between one partner and one force in a stretch of the ledger, as lines of a certificate. Confined to one thread. */
final class Tally {
    private final List<String> arrived = new ArrayList<>();
    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private final List<String> ended = new ArrayList<>();
    private final List<String> outstanding = new ArrayList<>();

    /** Between whom. */
    record Between(PartnerId partner, ForceId force) implements Comparable<Between> {
        @Override
        public int compareTo(Between other) {
            int partners = partner.value().compareTo(other.partner.value());
            return partners == 0 ? force.value().compareTo(other.force.value()) : partners;
        }
    }

    /** @param reference or a hyphen where there is none */
    void arrived(Entry entry, String reference) {
        counts.merge(entry.event(), 1, Integer::sum);
        arrived.add(entry.at() + " " + entry.event() + " " + reference + " " + fact(entry, "channel") + " "
                + fact(entry, "source") + code(entry));
    }

    /** The force has given its word, or two people have given it up. */
    void ended(Entry entry, String how, Held held) {
        ended.add(entry.at() + " " + how + " " + held.of().reference() + " sequence "
                + held.of().sequence() + code(entry)
                + (fact(entry, "receipt-sha256").isEmpty() ? "" : " receipt " + fact(entry, "receipt-sha256")));
    }

    void outstanding(Undelivered undelivered) {
        Particulars of = undelivered.of();
        outstanding.add(of.reference() + " sequence " + of.sequence() + " since " + of.admittedAt() + " "
                + undelivered.why().code());
    }

    private static String code(Entry entry) {
        String code = fact(entry, "code");
        return code.isEmpty() ? "" : " " + code;
    }

    int arrivals() {
        return arrived.size();
    }

    int endings() {
        return ended.size();
    }

    int gaps() {
        return outstanding.size();
    }

    /** @param first the first entry of the stretch, {@code upTo} the one after its last */
    String text(Certificate of, String key, long first, long upTo) {
        StringBuilder text = new StringBuilder("SEALPOST RECONCILIATION CERTIFICATE ")
                .append(of.number())
                .append("\n\nPartner: ")
                .append(of.partner())
                .append("\nForce:   ")
                .append(of.force())
                .append("\nMade:    ")
                .append(of.at())
                .append("\nLedger:  entries ")
                .append(first)
                .append(" to ")
                .append(upTo - 1)
                .append("\nKey of files: ")
                .append(key)
                .append("\n\nARRIVED: ")
                .append(arrived.size());
        counts.forEach(
                (event, count) -> text.append("; ").append(event).append(' ').append(count));
        lines(text, arrived);
        lines(text.append("\nSIGNED FOR OR ENDED OTHERWISE: ").append(ended.size()), ended);
        lines(text.append("\nWITHOUT A RECEIPT: ").append(outstanding.size()), outstanding);
        return text.toString();
    }

    private static void lines(StringBuilder text, List<String> lines) {
        text.append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
    }

    /** The submission that an entry is about. */
    static SubmissionId submission(Entry entry) {
        return SubmissionId.parse(fact(entry, "submission"));
    }

    /** Empty where the entry has no such fact, as from a version before. */
    static String fact(Entry entry, String name) {
        return entry.facts().getOrDefault(name, "");
    }
}
