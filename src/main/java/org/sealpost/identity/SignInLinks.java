package org.sealpost.identity;

import java.time.Instant;
import org.sealpost.submission.Sha256;

/**
 * One-time links by which somebody may sign in, known by a digest alone: what is kept tells neither the link nor for whom it is. Each
 * call is a commit of its own. Safe to share between threads and gateways.
 */
public interface SignInLinks {
    /** Keeps it until that time; forgets those whose time is over. */
    void keep(Sha256 digest, Instant now, Instant until);

    /** True once, for one caller, before its time is over; from then on it never was. */
    boolean take(Sha256 digest, Instant now);
}
