package org.sealpost.reading.structure.part;

/**
 * How much one original may unfold to.
 *
 * @param parts how many parts in all, itself included
 * @param depth how deep parts lie in parts: 0 is the original, 1 what lies in it; deeper than this nothing is opened
 * @param unpackedBytes how many bytes all of its parts together
 * @param ratio how many times its own size an archive may unpack to, beyond its first megabyte
 * @param elements how many elements, rows, cells and fields all of its parts together
 * @param characters how many characters of text all of its parts together
 */
public record PartLimits(int parts, int depth, long unpackedBytes, int ratio, int elements, int characters) {
    /** For forms as people fill them in: far above any of them, far below what hurts. */
    public static final PartLimits DEFAULT = new PartLimits(200, 5, 64 << 20, 100, 50_000, 4_000_000);

    public PartLimits {
        if (parts < 1 || depth < 0 || unpackedBytes < 1 || ratio < 1 || elements < 1 || characters < 1) {
            throw new IllegalArgumentException("every limit on parts is a positive number");
        }
    }
}
