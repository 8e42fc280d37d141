package org.sealpost.web.upload;

import java.time.Clock;
import java.util.List;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Original;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.Source;
import org.sealpost.web.problem.Problem;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.settings.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What pages and API do alike with what they received: hand it to the use case, and say what came of it. */
public final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Admit admit;
    private final Clock clock;
    private final Problems problems;

    public Sending(Admit admit, Clock clock, Problems problems) {
        this.admit = admit;
        this.clock = clock;
        this.problems = problems;
    }

    /** Returns {@link Sent.Taken} only where the use case has the submission in custody. */
    public Sent send(Sender sender, Received received, Admit.Progress progress) {
        try {
            if (received instanceof Received.Trouble trouble) {
                turnAway(sender, trouble);
                return new Sent.NotTaken(trouble.problem());
            }
            Arrival arrival = arrival(sender, ((Received.Files) received).originals());
            Admission admission = admit.admit(arrival, progress);
            return admission instanceof Admission.Refused refused
                    ? new Sent.NotTaken(problems.refused(refused.why()))
                    : new Sent.Taken((Admission.Admitted) admission);
        } catch (RuntimeException fault) {
            // Its message may quote content; its kind does not.
            LOG.error("a submission of {} could not be stored: {}", sender, kinds(fault));
            return new Sent.NotTaken(problems.notStored());
        }
    }

    /** Recorded where there was something to take; a form sent without a file is nobody's loss. */
    private void turnAway(Sender sender, Received.Trouble trouble) {
        Problem problem = trouble.problem();
        LOG.info("upload of {} turned away: {}", sender, problem.code());
        if (!trouble.originals().isEmpty()) {
            admit.refuse(arrival(sender, trouble.originals()), new Refusal(problem.code(), problem.detail()));
        }
    }

    private Arrival arrival(Sender sender, List<Original> originals) {
        return new Arrival(
                sender.partner(),
                sender.force(),
                Channel.WEB,
                sender.name(),
                clock.instant(),
                originals,
                new ReturnAddress.ByWeb(),
                Source.Upload.random());
    }

    private static String kinds(Throwable fault) {
        StringBuilder kinds = new StringBuilder(fault.getClass().getName());
        Throwable cause = fault.getCause();
        for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
            kinds.append(" by ").append(cause.getClass().getName());
        }
        return kinds.toString();
    }

    /** What came of it. */
    public sealed interface Sent {
        /** It is in custody. */
        record Taken(Admission.Admitted admitted) implements Sent {}

        /** It is not, and here is why. */
        record NotTaken(Problem problem) implements Sent {}
    }
}
