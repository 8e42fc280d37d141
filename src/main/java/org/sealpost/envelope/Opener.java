package org.sealpost.envelope;

import org.sealpost.submission.Bytes;

/** Opens what was sealed to one force. One function, one good result. Safe to share between threads. */
public interface Opener {
    /**
     * Returns only after every tag, signature and context check has passed; before that nothing of the content leaves.
     *
     * @param untrusted the DER of the whole CMS message, as the queue or a file gave it
     * @throws EnvelopeRefusedException where it is anything but an envelope of exactly this profile, sealed to this force
     *     by a trusted gateway
     */
    Opened open(Bytes untrusted) throws EnvelopeRefusedException;
}
