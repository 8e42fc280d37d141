package org.sealpost.delivery;

import java.time.Duration;

/**
 * Which of several gateways on one database looks after a source. A lease ends by itself, by the database's clock, so whoever
 * died or stands still loses it. Each call is a commit of its own that waits for no writer. Safe to share between threads.
 */
public interface Leases {
    /** Takes the source, or keeps it, for so long from now, a minute at most; false while another holder has it. */
    boolean take(String source, String holder, Duration length);

    /** Gives back all that the holder has. */
    void giveBack(String holder);
}
