package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sealpost.delivery.Tally.Between;
import org.sealpost.envelope.NoteSigner;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.Ledger;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through the ledger from where it stopped the last time. Safe to share between threads and gateways. */
public final class ReconcileDaily implements Reconcile {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileDaily.class);
    private static final Set<String> ARRIVALS = Set.of("admitted", "repeated", "refused", "held", "turned-down");
    private static final Set<String> ANSWERS = Set.of("delivered", "refused-by-force");
    private static final int AT_ONCE = 500;
    /** Entries of one stretch, so that a certificate fits into memory. */
    private static final int MOST = 50_000;

    private final Custody custody;
    private final Ledger ledger;
    private final NoteSigner signer;
    private final Traces traces;
    private final Clock clock;

    public ReconcileDaily(Custody custody, Ledger ledger, NoteSigner signer, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.signer = signer;
        this.traces = new Traces(custody.salt());
        this.clock = clock;
    }

    @Override
    public int reconcileDue() {
        Instant now = clock.instant();
        Optional<Draft> due = custody.look(reads -> draft(reads, now));
        return due.isEmpty() ? 0 : keep(due.get());
    }

    @Override
    public List<Certificate> certificates(Optional<PartnerId> partner, int most) {
        return custody.look(reads -> reads.certificates().list(partner, most));
    }

    @Override
    public Optional<Bytes> signed(long number, PartnerId partner, ForceId force) {
        return custody.look(reads -> reads.certificates().signed(number, partner, force));
    }

    private record Draft(Certificates.Stretch stretch, List<Certificates.Signed> certificates, List<Entry> entries) {}

    private Optional<Draft> draft(Custody.Reads reads, Instant now) {
        Optional<Certificates.Stretch> before = reads.certificates().newest();
        long first = before.map(Certificates.Stretch::upTo).orElse(0L);
        long size = ledger.size(reads.ledger());
        long upTo = Math.min(size, first + MOST);
        if (first == upTo) {
            return Optional.empty();
        }
        // A mark of another day than today's, be it tomorrow's: a clock was wrong.
        boolean isDue = size - first >= MOST || !day(since(reads, before)).equals(day(now));
        if (!isDue) {
            return Optional.empty();
        }
        long number = before.map(Certificates.Stretch::number).orElse(0L) + 1;
        Map<Between, Tally> tallies = new TreeMap<>();
        for (long index = first; index < upTo; index++) {
            follow(reads, ledger.entry(reads.ledger(), index), tallies);
        }
        outstanding(reads, tallies);
        List<Certificates.Signed> certificates = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        tallies.forEach((between, tally) -> {
            Certificate of = new Certificate(number, between.partner(), between.force(), now);
            Bytes note = signer.sign(tally.text(of, traces.shownKey(between.partner()), first, upTo), now);
            certificates.add(new Certificates.Signed(of, note));
            entries.add(Happenings.reconciled(of, tally, note.sha256()));
        });
        return Optional.of(new Draft(new Certificates.Stretch(number, upTo, now), certificates, entries));
    }

    private Instant since(Custody.Reads reads, Optional<Certificates.Stretch> before) {
        return before.map(Certificates.Stretch::at)
                .orElseGet(() -> ledger.entry(reads.ledger(), 0).at());
    }

    private static void follow(Custody.Reads reads, Entry entry, Map<Between, Tally> tallies) {
        if (ARRIVALS.contains(entry.event())) {
            Between between =
                    new Between(new PartnerId(Tally.fact(entry, "partner")), new ForceId(Tally.fact(entry, "force")));
            String reference = reads.held(Tally.submission(entry))
                    .map(held -> held.of().reference().value())
                    .orElse("-");
            tally(tallies, between).arrived(entry, reference);
        } else if (ANSWERS.contains(entry.event())) {
            reads.held(Tally.submission(entry))
                    .ifPresent(held -> tally(tallies, held.of()).ended(entry, entry.event(), held));
        } else if (Decisions.isGivenUp(entry)) {
            reads.held(Tally.submission(entry))
                    .ifPresent(held -> tally(tallies, held.of()).ended(entry, "given-up", held));
        }
    }

    private static void outstanding(Custody.Reads reads, Map<Between, Tally> tallies) {
        List<Undelivered> page = reads.undelivered(-1, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(undelivered -> tally(tallies, undelivered.of()).outstanding(undelivered));
            page = reads.undelivered(page.get(page.size() - 1).position(), AT_ONCE);
        }
    }

    private static Tally tally(Map<Between, Tally> tallies, Particulars of) {
        return tally(tallies, new Between(of.partner(), of.force()));
    }

    private static Tally tally(Map<Between, Tally> tallies, Between between) {
        return tallies.computeIfAbsent(between, b -> new Tally());
    }

    /** Another gateway may have been first. */
    private int keep(Draft draft) {
        return custody.inOneCommit(writes -> {
            long newest = writes.certificates()
                    .newest()
                    .map(Certificates.Stretch::number)
                    .orElse(0L);
            if (newest != draft.stretch.number() - 1) {
                return 0;
            }
            if (!draft.entries.isEmpty()) {
                ledger.append(writes.ledger(), draft.entries);
            }
            writes.reconciled(draft.stretch, draft.certificates);
            LOG.info(
                    "reconciled the ledger up to entry {}: {} certificates",
                    draft.stretch.upTo(),
                    draft.certificates.size());
            return draft.certificates.size();
        });
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
