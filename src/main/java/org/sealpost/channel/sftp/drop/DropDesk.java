package org.sealpost.channel.sftp.drop;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Original;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The step from a whole file to a submission. Returns only once it is in custody. Safe to share between threads. */
final class DropDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DropDesk.class);

    private final PartnerDrop partner;
    private final PartnerUsage usage;
    private final Admit admit;
    private final Clock clock;

    DropDesk(PartnerDrop partner, PartnerUsage usage, Admit admit, Clock clock) {
        this.partner = partner;
        this.usage = usage;
        this.admit = admit;
        this.clock = clock;
    }

    /** @throws Denial where it was refused, or could not be stored: then it is not in custody, as far as we can tell */
    void take(String name, Bytes content) throws Denial {
        Optional<Refusal> tooMuch = usage.file(content.size());
        if (tooMuch.isPresent()) {
            turnAway(name, tooMuch.get());
            throw Denial.of(tooMuch.get());
        }
        Admission admission;
        try {
            admission = admit.admit(arrival(name, content), Admit.Progress.NOBODY);
        } catch (RuntimeException e) {
            LOG.error(
                    "a file of {} by {} could not be admitted: {}",
                    content,
                    partner.partner(),
                    e.getClass().getName());
            throw Denial.failure("The file could not be stored just now. Please send it again. (not-stored)");
        }
        if (admission instanceof Admission.Refused refused) {
            LOG.info(
                    "a file of {} by {} was refused: {}",
                    content,
                    partner.partner(),
                    refused.why().code());
            throw Denial.of(refused.why());
        }
        if (admission instanceof Admission.Admitted admitted) {
            LOG.info("a file of {} by {} is in custody as {}", content, partner.partner(), admitted.reference());
        }
    }

    /** Notes what was turned away before it was whole, so that it does not go unseen. */
    void turnAway(String name, Refusal why) {
        LOG.warn("a file by {} was not taken and nothing of it is kept: {}", partner.partner(), why.code());
        try {
            admit.refuse(arrival(name, Bytes.of(new byte[0])), why);
        } catch (RuntimeException e) {
            LOG.error("a refusal could not be noted: {}", e.getClass().getName());
        }
    }

    void memoryWasFull() {
        LOG.warn("the SFTP server's memory is full: a file by {} has to be sent again", partner.partner());
    }

    private Arrival arrival(String name, Bytes content) {
        return new Arrival(
                partner.partner(),
                partner.force(),
                Channel.SFTP,
                partner.partner().value(),
                clock.instant(),
                List.of(new Original(name, Optional.empty(), content)),
                new ReturnAddress.ByDrop(name),
                new Source.File(name));
    }
}
