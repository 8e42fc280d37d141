package org.sealpost.delivery;

import java.time.Instant;

/** The list of what has no receipt, as it stands at one moment; also for whoever can only read the database. */
public record UndeliveredList(Deadlines deadlines, Instant now) {
    /** Oldest first; see {@link Intervene#undelivered}. */
    public Intervene.Page page(Custody.Reads reads, long after, int most) {
        return new Intervene.Page(
                reads.undelivered(after, most).stream().map(this::line).toList(), reads.backlog(deadlines, now));
    }

    private Intervene.Line line(Undelivered of) {
        Instant deadline = deadlines.of(of.of());
        return new Intervene.Line(
                of, deadline, !deadline.isAfter(now), of.proposal().filter(p -> p.isOpen(now)));
    }
}
