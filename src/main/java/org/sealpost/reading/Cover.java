package org.sealpost.reading;

import java.time.Instant;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Marking;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** What the gateway itself knows of a submission before anybody reads it: the {@code submission} entity of a reading. */
public record Cover(
        SubmissionId id,
        Reference reference,
        PartnerId partner,
        Channel channel,
        Marking marking,
        Instant submittedAt) {}
