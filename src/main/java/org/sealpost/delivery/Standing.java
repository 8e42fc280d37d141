package org.sealpost.delivery;

import java.time.Instant;
import org.sealpost.submission.Refusal;

/** Where a submission stands. */
public sealed interface Standing {
    /** When it came into this state. */
    Instant since();

    /** In custody, not yet with the broker. */
    record Waiting(Instant since) implements Standing {}

    /** With the broker, no receipt yet. */
    record Sent(Instant since, int attempts) implements Standing {}

    /** Over its deadline without a receipt: stands on the list a person is called to, and is still being sent. */
    record Overdue(Instant since, int attempts) implements Standing {}

    /** The force holds it and has signed for it. */
    record Delivered(Instant since) implements Standing {}

    /** Two people decided that it is sent no more; the force has not signed for it. */
    record GivenUp(Instant since) implements Standing {}

    /** The force signed that it could not take it. */
    record RefusedByForce(Instant since, Refusal why) implements Standing {}
}
