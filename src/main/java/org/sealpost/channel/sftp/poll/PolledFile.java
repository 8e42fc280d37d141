package org.sealpost.channel.sftp.poll;

import java.util.Optional;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Refusal;

/**
 * One file from a polled server, in memory.
 *
 * @param sighting how it is known again at the next look
 * @param turnedAway why it was not even read, where it was not
 */
public record PolledFile(Arrival arrival, Verdicts.Sighting sighting, Optional<Refusal> turnedAway) {}
