package org.sealpost.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.delivery.HandedOver;
import org.sealpost.delivery.Intervene;
import org.sealpost.delivery.Proposal;
import org.sealpost.delivery.Undelivered;

/**
 * What has no receipt, as programs read it.
 *
 * @param waiting how many there are in all
 * @param overdue how many of all are overdue
 * @param next the value of {@code after} that asks for the next ones; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UndeliveredAnswer(long waiting, long overdue, List<One> submissions, @Nullable Long next) {
    /** One of them; nothing of its form. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record One(
            String reference,
            String id,
            String partner,
            String force,
            String channel,
            boolean urgent,
            Instant since,
            Instant deadline,
            boolean overdue,
            int attempts,
            int failures,
            @Nullable Instant sentAt,
            Instant nextAt,
            Why why,
            @Nullable Decision handedOver,
            @Nullable Proposed proposal) {}

    /** A stable code and a sentence. */
    public record Why(String code, String sentence) {}

    /** By whom. */
    public record Decision(String proposedBy, String confirmedBy, Instant at) {}

    /** What is open. */
    public record Proposed(String measure, String by, Instant at, Instant lapsesAt) {}

    static UndeliveredAnswer of(Intervene.Page page, int most) {
        List<Intervene.Line> lines = page.lines();
        return new UndeliveredAnswer(
                page.backlog().waiting(),
                page.backlog().overdue(),
                lines.stream().map(UndeliveredAnswer::one).toList(),
                lines.size() < most ? null : lines.get(lines.size() - 1).of().position());
    }

    private static One one(Intervene.Line line) {
        Undelivered of = line.of();
        return new One(
                of.of().reference().value(),
                of.of().id().toString(),
                of.of().partner().value(),
                of.of().force().value(),
                of.of().channel().word(),
                of.of().urgent(),
                of.of().admittedAt(),
                line.deadline(),
                line.overdue(),
                of.held().attempts(),
                of.held().failures(),
                of.sentAt().orElse(null),
                of.due(),
                new Why(of.why().code(), of.why().sentence()),
                of.handedOver().map(UndeliveredAnswer::decision).orElse(null),
                line.proposal().map(UndeliveredAnswer::proposed).orElse(null));
    }

    private static Decision decision(HandedOver of) {
        return new Decision(of.proposedBy().value(), of.confirmedBy().value(), of.at());
    }

    private static Proposed proposed(Proposal of) {
        return new Proposed(of.measure().word(), of.by().value(), of.at(), of.lapsesAt());
    }
}
