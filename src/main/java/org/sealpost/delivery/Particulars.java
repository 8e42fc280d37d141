package org.sealpost.delivery;

import java.time.Instant;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/**
 * What is fixed of a submission from its admission on.
 *
 * @param sequence the force's own count, without gaps, from 1
 * @param admittedAt to the millisecond
 * @param locked whether a file in it could not be opened because it is locked with a password or encrypted
 */
public record Particulars(
        SubmissionId id,
        Reference reference,
        PartnerId partner,
        ForceId force,
        Channel channel,
        long sequence,
        boolean urgent,
        Instant admittedAt,
        boolean locked) {
    /** Of which all could be opened. */
    public Particulars(
            SubmissionId id,
            Reference reference,
            PartnerId partner,
            ForceId force,
            Channel channel,
            long sequence,
            boolean urgent,
            Instant admittedAt) {
        this(id, reference, partner, force, channel, sequence, urgent, admittedAt, false);
    }
}
