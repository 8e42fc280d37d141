package org.sealpost.channel.sftp.drop;

import java.time.Duration;

/**
 * What the drop server allows before it says no.
 *
 * @param fileBytes the largest file, in bytes
 * @param memoryBytes what all unfinished files of all sessions may hold at once, in bytes; each counts twice its size,
 *     because it stands in pieces and then in one piece
 * @param memoryWait how long a write waits for memory before it is refused
 * @param sessions open connections in all
 * @param sessionsPerPartner open connections of one partner
 * @param openHandles files and folders open at once in one session
 * @param authAttempts public keys a connection may offer before it is closed
 * @param authTime how long a connection may take to sign in
 * @param idleTime how long a connection may be silent; longer than the longest admission
 * @param quota what one partner may bring over time
 */
public record DropLimits(
        long fileBytes,
        long memoryBytes,
        Duration memoryWait,
        int sessions,
        int sessionsPerPartner,
        int openHandles,
        int authAttempts,
        Duration authTime,
        Duration idleTime,
        DropQuota quota) {
    /** 25 MiB a file, 256 MiB in all, 20 s wait, 64 sessions, 32 a partner, 32 handles, 6 keys, 30 s, 10 min. */
    public static final DropLimits DEFAULT = new DropLimits(
            25L << 20,
            256L << 20,
            Duration.ofSeconds(20),
            64,
            32,
            32,
            6,
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            DropQuota.DEFAULT);

    public DropLimits {
        if (fileBytes < 1 || fileBytes > Integer.MAX_VALUE - 64 || memoryBytes < 2 * fileBytes) {
            throw new IllegalArgumentException(
                    "the SFTP drop server's memory must hold its largest file twice, and that file less than 2 GiB");
        }
        if (sessions < 1 || sessionsPerPartner < 1 || openHandles < 1 || authAttempts < 1) {
            throw new IllegalArgumentException("the SFTP drop server's limits are at least 1");
        }
        if (memoryWait.isNegative()
                || authTime.isNegative()
                || authTime.isZero()
                || idleTime.isNegative()
                || idleTime.isZero()) {
            throw new IllegalArgumentException("the SFTP drop server's times are positive");
        }
    }

    /** What the unfinished files of one partner may hold, in bytes: half of all, and never less than one largest file. */
    long partnerBytes() {
        return Math.max(2 * fileBytes, memoryBytes / 2);
    }

    /** The same with other sizes. */
    public DropLimits withBytes(long file, long memory) {
        return new DropLimits(
                file,
                memory,
                memoryWait,
                sessions,
                sessionsPerPartner,
                openHandles,
                authAttempts,
                authTime,
                idleTime,
                quota);
    }

    /** The same with other bounds of one partner. */
    public DropLimits withPartner(int connections, DropQuota each) {
        return new DropLimits(
                fileBytes,
                memoryBytes,
                memoryWait,
                sessions,
                connections,
                openHandles,
                authAttempts,
                authTime,
                idleTime,
                each);
    }
}
