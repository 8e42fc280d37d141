package org.sealpost.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Standing;
import org.sealpost.submission.Locked;
import org.sealpost.submission.Refusal;

/**
 * Where a submission stands, as the API says it.
 *
 * @param standing {@code in-custody}, {@code sent}, {@code overdue}, {@code held}, {@code refused} or {@code given-up}
 * @param last true where nothing more will happen
 * @param attention what the sender should do something about: a file that is locked with a password
 * @param refusal why, where the force refused it
 * @param receipt where the force's signed receipt is, where it has come
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StandingAnswer(
        String reference,
        String id,
        String force,
        String channel,
        boolean urgent,
        Instant receivedAt,
        String standing,
        Instant since,
        boolean last,
        @Nullable Why attention,
        @Nullable Why refusal,
        @Nullable String receipt) {

    /** A reason: the force's, or ours. */
    record Why(String code, String sentence) {
        static final Why LOCKED = new Why(Locked.CODE, Locked.SENTENCE);
    }

    static StandingAnswer of(Inquire.Record record, String url) {
        Standing standing = record.standing();
        boolean held = standing instanceof Standing.Delivered;
        Refusal why = standing instanceof Standing.RefusedByForce refused ? refused.why() : null;
        return new StandingAnswer(
                record.reference().value(),
                record.id().toString(),
                record.force().value(),
                record.channel().word(),
                record.urgent(),
                record.admittedAt(),
                word(standing),
                standing.since(),
                held || why != null || standing instanceof Standing.GivenUp,
                record.locked() ? Why.LOCKED : null,
                why == null ? null : new Why(why.code(), why.sentence()),
                held || why != null ? url + "/receipt" : null);
    }

    private static String word(Standing standing) {
        if (standing instanceof Standing.Waiting) {
            return "in-custody";
        }
        if (standing instanceof Standing.Sent) {
            return "sent";
        }
        if (standing instanceof Standing.Overdue) {
            return "overdue";
        }
        if (standing instanceof Standing.GivenUp) {
            return "given-up";
        }
        return standing instanceof Standing.Delivered ? "held" : "refused";
    }
}
