package org.sealpost.web.settings;

/**
 * How much may come in by the web, in bytes.
 *
 * @param file the largest single file
 * @param request the largest whole request, at most 1 GiB
 * @param files how many files in one submission
 * @param inFlight how many bytes of all requests together may be in memory; at least one whole request. Each costs up to
 *     three times its size of heap while it is read and sealed
 */
public record UploadLimits(long file, long request, int files, long inFlight) {
    private static final long MB = 1_000_000;

    /** 25 MB a file, 50 MB and 20 files a submission, 150 MB at once. */
    public static final UploadLimits DEFAULT = new UploadLimits(25 * MB, 50 * MB, 20, 150 * MB);

    /** @throws IllegalArgumentException where the limits contradict each other */
    public UploadLimits {
        if (file < 1 || file > request || request > inFlight || request > (1L << 30) || files < 1 || files > 100) {
            throw new IllegalArgumentException(
                    "upload limits: 1 byte <= file <= request <= in flight, request <= 1 GiB, 1 to 100 files");
        }
    }
}
