package org.sealpost.reading.structure.part;

/** Reads one format. One instance serves one worker, one part after the other. */
public interface FormatReader {
    boolean reads(String mediaType);

    /**
     * Tells {@code contents} what stands in the part and which parts lie in it.
     *
     * @throws NotReadException where it cannot or must not be read
     * @throws Exception whatever a parser throws at a broken file; the part is then opaque
     */
    void read(Part part, Contents contents) throws Exception;
}
