package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.envelope.AddressSeal;
import org.sealpost.ledger.Ledger;
import org.sealpost.ledger.ReleaseProof;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Outcome;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.ReturnAddress;

/** Says what is kept, and what the clock makes of it. */
public final class InquireOfCustody implements Inquire {
    private final Custody custody;
    private final Ledger ledger;
    private final Addresses addresses;
    private final Deadlines deadlines;
    private final Clock clock;

    public InquireOfCustody(Custody custody, Ledger ledger, AddressSeal addresses, Deadlines deadlines, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.addresses = new Addresses(addresses);
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public Optional<Inquire.Record> find(PartnerId partner, Reference reference) {
        return custody.look(reads -> reads.held(partner, reference).map(held -> shown(reads, held)));
    }

    @Override
    public List<Inquire.Record> recent(PartnerId partner, Channel channel, int most) {
        return custody.look(reads -> reads.recent(partner, channel, most).stream()
                .map(held -> shown(reads, held))
                .toList());
    }

    @Override
    public List<Tell.Notice> shown(PartnerId partner, Channel channel, int most) {
        return custody.look(reads -> reads.shown(partner, channel, most)).stream()
                .flatMap(n -> n.opened(addresses).stream())
                .toList();
    }

    @Override
    public Optional<Bytes> receipt(PartnerId partner, Reference reference) {
        return custody.look(reads -> reads.held(partner, reference)
                .flatMap(held -> reads.receipt(held.of().id())));
    }

    @Override
    public Optional<String> proof(PartnerId partner, Reference reference) {
        return custody.look(reads -> reads.held(partner, reference)
                .map(held -> proof(reads, held.of()).text()));
    }

    /** Where the force has seen the ledger since, it is a witness: to what it has cosigned then. */
    private ReleaseProof proof(Custody.Reads reads, Particulars of) {
        long released = reads.released(of.id());
        return reads.seen(of.force())
                .filter(seen -> seen.covers(released))
                .map(seen -> ledger.proveAt(reads.ledger(), released, seen))
                .orElseGet(() -> ledger.prove(reads.ledger(), released));
    }

    @Override
    public Backlog backlog() {
        Instant now = clock.instant();
        return custody.look(reads -> reads.backlog(deadlines, now));
    }

    private Inquire.Record shown(Custody.Reads reads, Held held) {
        Particulars of = held.of();
        Optional<ReturnAddress> to = reads.returnAddress(of.id()).flatMap(address -> addresses.open(of.id(), address));
        return new Inquire.Record(
                of.id(),
                of.reference(),
                of.partner(),
                of.force(),
                of.channel(),
                of.urgent(),
                of.admittedAt(),
                to,
                standing(held),
                of.locked());
    }

    private Standing standing(Held held) {
        if (held instanceof Held.Settled settled) {
            return word(settled.outcome(), settled.at());
        }
        if (held instanceof Held.GivenUp givenUp) {
            return new Standing.GivenUp(givenUp.at());
        }
        if (held instanceof Held.Erased erased) {
            return standing(erased.last());
        }
        Instant overdueAt = deadlines.of(held.of());
        boolean overdue = !overdueAt.isAfter(clock.instant());
        if (held instanceof Held.Underway underway) {
            return overdue
                    ? new Standing.Overdue(overdueAt, underway.attempts())
                    : new Standing.Sent(underway.sentAt(), underway.attempts());
        }
        return overdue
                ? new Standing.Overdue(overdueAt, 0)
                : new Standing.Waiting(held.of().admittedAt());
    }

    private static Standing word(Outcome outcome, Instant at) {
        return outcome instanceof Outcome.Refused refused
                ? new Standing.RefusedByForce(at, refused.why())
                : new Standing.Delivered(at);
    }
}
