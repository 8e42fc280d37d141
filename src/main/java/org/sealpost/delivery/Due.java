package org.sealpost.delivery;

import java.time.Instant;

/**
 * What is due: that whose time has come, and that whose time lies further ahead than any pause reaches, for the clock that set
 * it has been put back since.
 *
 * @param beyond nothing waits as long as this
 */
public record Due(Instant now, Instant beyond) {}
