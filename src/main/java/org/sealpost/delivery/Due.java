package org.sealpost.delivery;

import java.time.Instant;

/**
 * What is due: that whose time has come, and that whose time lies further ahead than any pause reaches, for the clock that set
 * it has been put back since.
 *
 * @param untried beyond this nothing waits that was never sent or told
 * @param tried beyond this nothing waits at all
 */
public record Due(Instant now, Instant untried, Instant tried) {}
