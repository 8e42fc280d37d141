package org.sealpost.reading.structure;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.PagePicture;
import org.sealpost.reading.structure.part.Findings;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.submission.Sha256;

/** Keeps what is found, for tests. */
final class Listing implements Findings {
    final List<Document> parts = new ArrayList<>();
    final List<PagePicture> pages = new ArrayList<>();
    boolean wantsPages;
    List<Sha256> substance = List.of();

    static Listing of(String name, byte[] bytes) {
        Listing listing = new Listing();
        new PartsReader(PartLimits.DEFAULT).read(name, "", bytes, Unopened.NONE, listing);
        return listing;
    }

    private Document open = new Document("", -1, "", 0, "", Disposition.OPAQUE, "", List.of());

    @Override
    public void begins(String name, int partOf, String mediaType, long size, Sha256 digest) {
        open = new Document(name, partOf, mediaType, size, digest.toString(), Disposition.OPAQUE, "", List.of());
    }

    @Override
    public void ends(Disposition disposition, String reason, List<Element> elements) {
        parts.add(new Document(
                open.name(),
                open.partOf(),
                open.mediaType(),
                open.size(),
                open.sha256(),
                disposition,
                reason,
                elements));
    }

    @Override
    public void named(String name, int partOf, Disposition disposition, String reason) {
        parts.add(Document.named(name, partOf, disposition, reason));
    }

    @Override
    public boolean wantsPages() {
        return wantsPages;
    }

    @Override
    public void page(PagePicture picture) {
        pages.add(picture);
    }

    @Override
    public void substance(List<Sha256> digests) {
        substance = digests;
    }
}
