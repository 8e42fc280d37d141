package org.sealpost.delivery;

import java.time.Instant;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/**
 * That what came from a partner for a force within a stretch of the ledger was held against what the force has signed for.
 *
 * @param number the same for all partners and forces of one stretch; from 1, without gaps
 * @param at when it was made
 */
public record Certificate(long number, PartnerId partner, ForceId force, Instant at) {}
