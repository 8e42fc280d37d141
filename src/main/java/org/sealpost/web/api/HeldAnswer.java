package org.sealpost.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.delivery.HeldBack;
import org.sealpost.delivery.Vet;
import org.sealpost.submission.Doubt;

/**
 * What is held back until a person decides, as programs read it.
 *
 * @param next the value of {@code after} that asks for the next ones; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeldAnswer(List<One> submissions, @Nullable Long next) {
    /** One of them; nothing of its form. */
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
            List<String> doubts) {}

    static HeldAnswer of(List<Vet.Line> lines, int most) {
        return new HeldAnswer(
                lines.stream().map(HeldAnswer::one).toList(),
                lines.size() < most
                        ? null
                        : lines.get(lines.size() - 1).of().of().number());
    }

    private static One one(Vet.Line line) {
        HeldBack.Facts of = line.of().of();
        return new One(
                of.reference().value(),
                of.id().toString(),
                of.partner().value(),
                of.force().value(),
                of.channel().word(),
                of.urgent(),
                of.since(),
                line.deadline(),
                line.overdue(),
                of.doubts().stream().map(Doubt::word).toList());
    }
}
