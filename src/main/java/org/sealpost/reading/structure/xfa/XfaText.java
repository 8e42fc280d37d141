package org.sealpost.reading.structure.xfa;

import java.util.Set;
import org.sealpost.reading.structure.xml.Xml;

/** Text set in the XHTML of form fields and of XFA: paragraphs and breaks are new lines, any other white space is a blank. */
public final class XfaText {
    private static final Set<String> PARAGRAPHS = Set.of("p", "div", "li", "h1", "h2", "h3", "h4", "body");

    private XfaText() {}

    /** Of the form's data: its own lines stand as they are, unless it is rich text. */
    static String ofData(Xml element) {
        String text = element.children().isEmpty() ? element.text() : of(element);
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2029', '\n')
                .strip();
    }

    public static String of(Xml element) {
        StringBuilder text = new StringBuilder();
        gather(element, text);
        return text.toString()
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static void gather(Xml element, StringBuilder into) {
        for (Object piece : element.content()) {
            if (piece instanceof Xml child) {
                if (child.is("br")) {
                    into.append('\n');
                    continue;
                }
                gather(child, into);
                if (PARAGRAPHS.contains(child.name())) {
                    into.append('\n');
                }
            } else {
                into.append(piece.toString().replaceAll("\\s+", " "));
            }
        }
    }
}
