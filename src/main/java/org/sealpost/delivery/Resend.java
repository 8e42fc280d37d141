package org.sealpost.delivery;

import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;

/** A force asks for numbers of its sequence that have not come to it. */
public interface Resend {
    /** Whether it has the shape of such a request; nothing else is then to be made of it. */
    boolean looksLikeOne(Bytes untrusted);

    /**
     * Makes what is asked for due at once, if the force has signed the request and not for the submission, and notes it. What
     * the force has signed for is not sent again: an alarm says that it lost it. Never throws because of what it is given; the
     * same bytes are answered once.
     *
     * @return how many are sent again
     */
    int request(ForceId force, Bytes untrusted);
}
