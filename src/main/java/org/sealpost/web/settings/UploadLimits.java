package org.sealpost.web.settings;

/**
 * How much may come in by the web, in bytes. What pages and problems say of it are the same numbers: a megabyte is
 * 1,048,576 bytes, as in the configuration.
 *
 * @param file the largest single file
 * @param submission the most that the files of one submission may be together, at most 1,000 MB
 * @param files how many files in one submission
 * @param inFlight how many bytes of all requests together may be in memory; at least one whole request. Each costs up to
 *     three times its size of heap while it is read and sealed
 */
public record UploadLimits(long file, long submission, int files, long inFlight) {
    private static final long MB = 1 << 20;
    /** More than the delimiter and the headers that one part may have. */
    private static final long FRAME = 8 << 10;

    /** 25 MB a file, 50 MB and 20 files a submission, 150 MB at once. */
    public static final UploadLimits DEFAULT = new UploadLimits(25 * MB, 50 * MB, 20, 150 * MB);

    /** @throws IllegalArgumentException where the limits contradict each other */
    public UploadLimits {
        if (file < 1 || file > submission || submission > 1000 * MB || files < 1 || files > 100) {
            throw new IllegalArgumentException(
                    "upload limits: 1 byte <= file <= submission <= 1000 MB, 1 to 100 files");
        }
        if (inFlight < request(submission, files)) {
            throw new IllegalArgumentException("upload limits: there must be memory for one whole submission and "
                    + (files + 1) * (FRAME >> 10) + " KB of the form around its files");
        }
    }

    /** The largest whole request: the files, and the form around them, which must not cost them their room. */
    public long request() {
        return request(submission, files);
    }

    private static long request(long submission, int files) {
        return submission + (files + 1) * FRAME;
    }
}
