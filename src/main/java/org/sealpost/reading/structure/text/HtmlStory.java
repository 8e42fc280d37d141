package org.sealpost.reading.structure.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.story.TableRows;

/** The story that an HTML page tells to those who look at it. */
final class HtmlStory {
    private static final int DEEPEST = 250;
    private static final Set<String> SILENT = Set.of(
            "head",
            "title",
            "script",
            "style",
            "noscript",
            "template",
            "datalist",
            "button",
            "object",
            "iframe",
            "svg",
            "math");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption");
    private static final Set<String> BOLD = Set.of("b", "strong", "th");
    private static final Set<String> FIELDS = Set.of("input", "textarea", "select");

    private final Story story;
    private final Document document;
    private final HtmlFields fields;
    private boolean space = true;
    private int depth;

    HtmlStory(Story story, Document document) {
        this.story = story;
        this.document = document;
        this.fields = new HtmlFields(document);
    }

    List<org.sealpost.reading.document.Element> read() throws NotReadException {
        inside(document.body(), false, false);
        return story.elements();
    }

    private void inside(Element container, boolean bold, boolean preserved) throws NotReadException {
        if (++depth > DEEPEST) {
            throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
        }
        for (Node node : container.childNodes()) {
            if (node instanceof TextNode text) {
                text(text.getWholeText(), bold, preserved);
            } else if (node instanceof Element element && !isHidden(element)) {
                element(element, bold, preserved);
            }
        }
        depth--;
    }

    private void element(Element element, boolean bold, boolean preserved) throws NotReadException {
        String name = element.normalName();
        boolean bolder = isBold(element, name, bold);
        if (name.equals("br")) {
            endLine(false);
        } else if (name.equals("table")) {
            endLine(false);
            story.addAll(table(element, bold));
        } else if (FIELDS.contains(name)) {
            fields.add(element, story);
            space = false;
        } else if (name.equals("label") && fields.isToldByItsField(element)) {
            fieldsIn(element);
        } else if (HEADINGS.contains(name)) {
            endLine(false);
            inside(element, bolder, preserved);
            endLine(true);
        } else if (name.equals("dt")) {
            endLine(false);
            inside(element, bolder, preserved);
            endTerm(element);
        } else if (element.isBlock() || name.equals("hr")) {
            endLine(false);
            inside(element, bolder, preserved || name.equals("pre"));
            endLine(false);
        } else {
            inside(element, bolder, preserved);
        }
    }

    /** A term and its one definition are a line: {@code term: definition}. */
    private void endTerm(Element term) throws NotReadException {
        Element definition = term.nextElementSibling();
        Element after = definition == null ? null : definition.nextElementSibling();
        if (definition == null
                || !definition.normalName().equals("dd")
                || !definition.select("table, p, div, ul").isEmpty()
                || after != null && after.normalName().equals("dd")) {
            endLine(false);
            return;
        }
        if (!term.text().strip().endsWith(":")) {
            story.text(":", true);
        }
        story.text(" ", false);
        space = true;
        inside(definition, false, false);
        definition.empty();
        endLine(false);
    }

    /** A label that is told as its field's own is not told again, but what lies in it is. */
    private void fieldsIn(Element label) throws NotReadException {
        for (Element field : label.select("input, textarea, select")) {
            if (!isHidden(field)) {
                fields.add(field, story);
            }
        }
    }

    private static boolean isBold(Element element, String name, boolean inherited) {
        String style = style(element);
        if (style.contains("font-weight:")) {
            String weight = style.replaceFirst(".*font-weight:", "");
            return weight.startsWith("bold") || weight.matches("[6-9]00.*");
        }
        return inherited || BOLD.contains(name);
    }

    private static boolean isHidden(Element element) {
        String style = style(element);
        return SILENT.contains(element.normalName())
                || element.hasAttr("hidden")
                || style.contains("display:none")
                || style.contains("visibility:hidden")
                || style.contains("mso-hide:all")
                || style.matches(".*(^|;)(font-size|max-height|opacity):0(px|pt)?(;.*|$)")
                || element.normalName().equals("input")
                        && element.attr("type").toLowerCase(Locale.ROOT).equals("hidden");
    }

    private static String style(Element element) {
        String style = element.attr("style");
        return style.isEmpty() || style.length() > 4_000
                ? ""
                : style.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    private void endLine(boolean heading) throws NotReadException {
        story.breakParagraph(heading);
        space = true;
    }

    private void text(String text, boolean bold, boolean preserved) throws NotReadException {
        if (preserved) {
            story.text(text.replace("\r\n", "\n").replace('\u00a0', ' '), bold);
            return;
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c) || c == '\u00a0';
            if (!blank) {
                shown.append(c);
            } else if (!space) {
                shown.append(' ');
            }
            space = blank;
        }
        story.text(shown.toString(), bold);
    }

    private List<org.sealpost.reading.document.Element> table(Element table, boolean bold) throws NotReadException {
        TableRows rows = new TableRows(story.allowance());
        for (Element part : table.children()) {
            switch (part.normalName()) {
                case "thead", "tbody", "tfoot" -> {
                    for (Element row : part.children()) {
                        row(row, part.normalName().equals("thead"), bold, rows);
                    }
                }
                case "tr" -> row(part, false, bold, rows);
                case "caption" -> element(part, bold, false);
                default -> {}
            }
        }
        return rows.elements();
    }

    private void row(Element row, boolean header, boolean bold, TableRows rows) throws NotReadException {
        if (isHidden(row)) {
            return;
        }
        for (Element cell : row.children()) {
            boolean head = cell.normalName().equals("th");
            if (head || cell.normalName().equals("td")) {
                story.open();
                space = true;
                if (!isHidden(cell)) {
                    inside(cell, isBold(cell, cell.normalName(), bold), false);
                }
                rows.cell(
                        story.close(), number(cell.attr("colspan")), number(cell.attr("rowspan")) - 1, head || header);
            }
        }
        space = true;
        rows.endRow();
    }

    private static int number(String written) {
        return written.strip().matches("[1-9]\\d{0,6}") ? Integer.parseInt(written.strip()) : 1;
    }
}
