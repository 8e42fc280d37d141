package org.sealpost.web.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Standing;
import org.sealpost.submission.Refusal;

/**
 * Where a submission stands, as the three steps a sender knows: in custody, sent, held by the force.
 *
 * @param word for programs: {@code in-custody}, {@code sent}, {@code overdue}, {@code held}, {@code refused},
 *     {@code given-up}
 * @param summary for people, in a few words
 * @param last true where nothing more will happen
 */
public record Timeline(String word, String summary, boolean last, List<Step> steps) {

    /** How a step is shown. */
    public enum Mark {
        DONE,
        NOW,
        LATER,
        LATE,
        REFUSED
    }

    /**
     * One step.
     *
     * @param at when, where that is known
     */
    public record Step(Mark mark, String title, @Nullable Instant at, String detail) {
        /** The CSS class that goes with the mark. */
        public String style() {
            return switch (mark) {
                case DONE -> "done";
                case NOW -> "now";
                case LATER -> "later";
                case LATE -> "late";
                case REFUSED -> "refused";
            };
        }
    }

    /** Draws it. */
    public static Timeline of(Inquire.Record record, String force) {
        Standing standing = record.standing();
        Step custody = new Step(
                Mark.DONE,
                "In custody",
                record.admittedAt(),
                "Taken in and sealed, so that only " + force + " can open it.");
        if (standing instanceof Standing.Waiting) {
            return new Timeline(
                    "in-custody",
                    "In custody",
                    false,
                    List.of(custody, new Step(Mark.NOW, "Being sent to " + force, null, ""), awaited(force)));
        }
        if (standing instanceof Standing.Sent sent) {
            return new Timeline(
                    "sent", "Sent", false, List.of(custody, sent(force, sent.since()), waiting(force, Mark.NOW, "")));
        }
        if (standing instanceof Standing.Overdue) {
            return new Timeline(
                    "overdue",
                    "Sent, confirmation late",
                    false,
                    List.of(
                            custody,
                            sent(force, null),
                            waiting(
                                    force,
                                    Mark.LATE,
                                    "This is later than it should be. It stands on the list of those who run this service, and"
                                            + " it is still being sent. You do not need to send it again.")));
        }
        if (standing instanceof Standing.Delivered held) {
            return new Timeline(
                    "held",
                    "Held by the force",
                    true,
                    List.of(
                            custody,
                            sent(force, null),
                            new Step(
                                    Mark.DONE,
                                    "Held by " + force,
                                    held.since(),
                                    "They have confirmed with a signed receipt that they hold it.")));
        }
        if (standing instanceof Standing.GivenUp givenUp) {
            return new Timeline(
                    "given-up",
                    "Not confirmed, sent no more",
                    true,
                    List.of(
                            custody,
                            sent(force, null),
                            new Step(
                                    Mark.REFUSED,
                                    "Not confirmed by " + force,
                                    givenUp.since(),
                                    "We have stopped sending it, and they may not have it. Phone them, give them the reference and"
                                            + " tell them what was in the form. You can also send it again. If they sign for it"
                                            + " after all, it will say so here.")));
        }
        Standing.RefusedByForce refused = (Standing.RefusedByForce) standing;
        Refusal why = refused.why();
        return new Timeline(
                "refused",
                "Refused by the force",
                true,
                List.of(
                        custody,
                        sent(force, null),
                        new Step(
                                Mark.REFUSED,
                                "Refused by " + force,
                                refused.since(),
                                why.sentence() + " They do not hold it. Put it right and send it again.")));
    }

    private static Step sent(String force, @Nullable Instant at) {
        return new Step(Mark.DONE, "Sent to " + force, at, "");
    }

    private static Step waiting(String force, Mark mark, String detail) {
        return new Step(mark, "Waiting for " + force + " to confirm", null, detail);
    }

    private static Step awaited(String force) {
        return new Step(Mark.LATER, "Held by " + force, null, "");
    }
}
