package org.sealpost.reading.structure.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.rtf.RtfReader;
import org.sealpost.reading.structure.text.HtmlReader;
import org.sealpost.reading.structure.text.PlainTextReader;

/** The text of a message that came in several forms: one of them is read. */
final class MessageTexts {
    private MessageTexts() {}

    /** HTML where it holds a table or there is nothing else, else the plain text, else rich text. */
    static List<? extends Element> chosen(
            @Nullable String plain, byte @Nullable [] html, byte @Nullable [] rtf, Contents contents) throws Exception {
        List<Element> page =
                html == null || html.length == 0 ? List.of() : HtmlReader.elements(html, "UTF-8", contents);
        boolean words = plain != null && !plain.isBlank();
        if (!page.isEmpty() && (!words || hasTable(page))) {
            return page;
        }
        List<Element> rich = rtf == null || rtf.length == 0 ? List.of() : RtfReader.elements(rtf, contents);
        if (plain != null && words && !hasTable(rich)) {
            return PlainTextReader.elements(plain.stripTrailing(), contents);
        }
        return rich;
    }

    /** A table of answers, not a frame around a text. */
    static boolean hasTable(List<? extends Element> elements) {
        return elements.stream()
                .anyMatch(e -> e instanceof Table table
                        && table.rows().size() > 1
                        && table.rows().stream().anyMatch(r -> r.cells().size() > 1));
    }
}
