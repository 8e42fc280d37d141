package org.sealpost.envelope;

import java.util.List;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** Signs as the gateway and seals to one force. Safe to share between threads. */
public interface Sealer {
    /**
     * @param submissionJson the reading, which becomes the first part
     * @throws UnknownForceException where no certificate of that force is known
     */
    SealedEnvelope seal(
            SubmissionId id,
            Reference reference,
            PartnerId partner,
            ForceId force,
            Bytes submissionJson,
            List<Original> originals);
}
