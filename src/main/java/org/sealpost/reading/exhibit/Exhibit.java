package org.sealpost.reading.exhibit;

import java.util.List;
import java.util.Map;
import org.sealpost.reading.Reading;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.PagePicture;

/**
 * A reading beside what it was made from.
 *
 * @param documents every part, in the order of {@code meta.documents}
 * @param pages the pages that could be drawn, by the index of the part
 */
public record Exhibit(Reading reading, List<Document> documents, Map<Integer, List<PagePicture>> pages) {
    public Exhibit {
        documents = List.copyOf(documents);
        pages = Map.copyOf(pages);
    }
}
