package org.sealpost.channel.sftp.drop;

/**
 * How much one partner may bring by SFTP; each partner has as much. Counted by each gateway for itself, from its start on.
 *
 * @param loginsPerMinute sign-ins in any minute
 * @param filesPerHour files in any hour
 * @param bytesPerHour bytes of them
 */
public record DropQuota(int loginsPerMinute, int filesPerHour, long bytesPerHour) {
    /** 120 sign-ins, 2,000 files, 4 GiB: far more than an agency has forms, and little enough to do no harm. */
    public static final DropQuota DEFAULT = new DropQuota(120, 2_000, 4L << 30);

    public DropQuota {
        if (loginsPerMinute < 1 || filesPerHour < 1 || bytesPerHour < 1) {
            throw new IllegalArgumentException("the SFTP drop server's quotas are at least 1");
        }
    }
}
