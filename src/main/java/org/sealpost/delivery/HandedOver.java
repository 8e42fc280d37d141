package org.sealpost.delivery;

import java.time.Instant;

/** That two people had a submission handed over by other means, and when it was confirmed. */
public record HandedOver(OperatorName proposedBy, OperatorName confirmedBy, Instant at) {}
