package org.sealpost.reading.structure.part;

import java.util.List;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.PagePicture;
import org.sealpost.submission.Sha256;

/**
 * Hears what is found in one original, part by part, so that whatever was read before a worker's death is not lost. A
 * part ends before the parts inside it begin; parts come depth first, numbered from 0, the original itself.
 */
public interface Findings {
    /** @param partOf the number of the part it lies in, -1 for the original */
    void begins(String name, int partOf, String mediaType, long size, Sha256 digest);

    /** The part begun last is done. */
    void ends(Disposition disposition, String reason, List<Element> elements);

    /**
     * A part of which no more than its name is known, because its bytes could not be taken out. It is begun and ended.
     *
     * @param partOf the number of the part it lies in
     */
    void named(String name, int partOf, Disposition disposition, String reason);

    /** True where every part's pages are to be drawn, too. */
    boolean wantsPages();

    /** A page of the part ended last, in the order of the pages, and only where they are wanted. */
    void page(PagePicture picture);

    /** What the sender meant to send, told once, for the original. */
    void substance(List<Sha256> digests);
}
