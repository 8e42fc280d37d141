package org.sealpost.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.ledger.Ledger;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;

/**
 * What arrives again. The same message fetched twice, as after a crash, has the same return address and is answered
 * once; the same form sent in a second message, or dropped under another name, gets an answer of its own.
 */
final class Repeats {
    private final Ledger ledger;
    private final Traces traces;
    private final Addresses addresses;

    Repeats(Ledger ledger, Traces traces, Addresses addresses) {
        this.ledger = ledger;
        this.traces = traces;
        this.addresses = addresses;
    }

    Admitted note(Custody.Writes writes, Particulars first, Arrival arrival, Instant at) {
        ledger.append(writes.ledger(), List.of(Happenings.repeated(first, arrival, traces.of(arrival), at)));
        if (!isAnsweredAlready(writes, first, arrival)) {
            Telling.note(
                    writes.notices(),
                    arrival.returnAddress(),
                    new Notices.New(
                            first.id(),
                            Optional.of(first.reference()),
                            first.partner(),
                            arrival.channel(),
                            new Tell.News.InCustody(first.locked()),
                            at,
                            Optional.of(addresses.seal(first.id(), arrival.returnAddress()))));
        }
        return new Admitted(first.id(), first.reference(), first.admittedAt(), true, first.locked());
    }

    private boolean isAnsweredAlready(Custody.Writes writes, Particulars first, Arrival arrival) {
        Stream<Bytes> sealed = Stream.concat(
                writes.returnAddress(first.id()).stream(), writes.notices().otherAddresses(first.id()).stream());
        return sealed.flatMap(s -> addresses.open(first.id(), s).stream()).anyMatch(arrival.returnAddress()::equals);
    }
}
