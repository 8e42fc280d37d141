package org.sealpost.reading.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Heading;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Element.Line;
import org.sealpost.reading.document.Element.Row;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One story of a Word file: its body, a header or a footer. */
final class WordStory {
    private static final int DEEPEST = 100;

    private final List<org.sealpost.reading.document.Element> elements = new ArrayList<>();
    private int depth;

    List<org.sealpost.reading.document.Element> read(Element root) throws NotReadException {
        blocks(root.getLocalName().equals("document") ? child(root, "body") : root);
        return elements;
    }

    private void blocks(@Nullable Element container) throws NotReadException {
        if (container == null) {
            return;
        }
        deeper();
        for (Element block : children(container)) {
            switch (name(block)) {
                case "p" -> paragraph(block);
                case "tbl" -> elements.add(table(block));
                case "sdt" -> blockControl(block);
                case "ins", "moveTo", "smartTag", "customXml" -> blocks(block);
                default -> {}
            }
        }
        depth--;
    }

    private void deeper() throws NotReadException {
        if (++depth > DEEPEST) {
            throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
        }
    }

    private void paragraph(Element paragraph) throws NotReadException {
        WordRuns runs = new WordRuns();
        runs.read(paragraph);
        emit(runs, headingStyle(paragraph));
    }

    private void emit(WordRuns runs, boolean headingStyle) throws NotReadException {
        String text = runs.text();
        if (runs.fields().isEmpty() && !text.isBlank() && (headingStyle || runs.allBold())) {
            elements.add(new Heading(text.strip(), Place.NOWHERE));
        } else {
            elements.addAll(runs.fieldsNear(text.strip()));
            if (runs.fields().isEmpty()) {
                for (String line : text.split("\n", -1)) {
                    elements.add(new Line(line.stripTrailing(), Place.NOWHERE));
                }
            }
        }
        for (Element box : runs.boxes()) {
            blocks(box);
        }
    }

    /** A control around blocks is a field unless it holds controls or tables of its own. */
    private void blockControl(Element control) throws NotReadException {
        Element content = child(control, "sdtContent");
        if (content == null) {
            return;
        }
        if (WordRuns.isContainer(control)) {
            blocks(content);
        } else {
            elements.add(WordRuns.field(control, content));
        }
    }

    private Table table(Element table) throws NotReadException {
        deeper();
        List<Row> rows = new ArrayList<>();
        for (Element row : unwrapped(table, "tr")) {
            boolean header = descendant(child(row, "trPr"), "tblHeader");
            List<Cell> cells = new ArrayList<>();
            for (Element cell : unwrapped(row, "tc")) {
                cells.add(cell(cell, header));
            }
            if (!cells.isEmpty()) {
                rows.add(new Row(cells));
            }
        }
        depth--;
        return new Table(rows, Place.NOWHERE);
    }

    /** Rows or cells, through the controls around them. */
    private static List<Element> unwrapped(Element parent, String wanted) {
        List<Element> found = new ArrayList<>();
        for (Element child : children(parent)) {
            if (name(child).equals(wanted)) {
                found.add(child);
            } else if (name(child).equals("sdt")) {
                Element content = child(child, "sdtContent");
                if (content != null) {
                    found.addAll(unwrapped(content, wanted));
                }
            } else if (name(child).equals("ins") || name(child).equals("customXml")) {
                found.addAll(unwrapped(child, wanted));
            }
        }
        return found;
    }

    /** A cell's blocks, read like a story and laid into one text. A cell merged with the one above it is empty. */
    private Cell cell(Element cell, boolean header) throws NotReadException {
        Element properties = child(cell, "tcPr");
        int span = number(child(properties, "gridSpan"));
        WordStory inside = new WordStory();
        inside.depth = depth;
        Element merge = child(properties, "vMerge");
        List<Field> fields = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean bold = true;
        if (cell.getParentNode() instanceof Element around && name(around).equals("sdtContent")) {
            Element control = (Element) around.getParentNode();
            if (!WordRuns.isContainer(control)) {
                fields.add(WordRuns.field(control, cell));
                return new Cell("", fields, span, header, Place.NOWHERE);
            }
        }
        if (merge == null || WordRuns.value(merge).equals("restart")) {
            inside.blocks(cell);
        }
        for (org.sealpost.reading.document.Element element : inside.elements) {
            bold &= lay(element, lines, fields);
        }
        String text = String.join("\n", lines).strip();
        return new Cell(text, fields, span, header || (bold && !text.isEmpty()), Place.NOWHERE);
    }

    /** @return true where nothing of it is plain */
    private static boolean lay(org.sealpost.reading.document.Element element, List<String> lines, List<Field> fields) {
        if (element instanceof Heading heading) {
            lines.add(heading.text());
            return true;
        } else if (element instanceof Line line) {
            lines.add(line.text());
            return line.text().isBlank();
        } else if (element instanceof Field field) {
            fields.add(field);
            return true;
        } else if (element instanceof Table table) {
            for (Row row : table.rows()) {
                lines.add(String.join("\t", row.cells().stream().map(Cell::text).toList()));
                row.cells().forEach(c -> fields.addAll(c.fields()));
            }
        }
        return false;
    }

    private static int number(@Nullable Element property) {
        try {
            return property == null ? 1 : Math.max(1, Math.min(63, Integer.parseInt(WordRuns.value(property))));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static boolean headingStyle(Element paragraph) {
        Element style = child(child(paragraph, "pPr"), "pStyle");
        String name = style == null ? "" : WordRuns.value(style).toLowerCase(Locale.ROOT);
        return name.startsWith("heading") || name.equals("title") || name.equals("subtitle");
    }

    static boolean tableHeading(@Nullable Element paragraphProperties) {
        Element style = child(paragraphProperties, "pStyle");
        return style != null && WordRuns.value(style).equalsIgnoreCase("TableHeading");
    }

    static boolean descendant(@Nullable Element parent, String name) {
        return parent != null && parent.getElementsByTagNameNS("*", name).getLength() > 0;
    }

    static @Nullable Element child(@Nullable Element parent, String name) {
        return parent == null
                ? null
                : children(parent).stream()
                        .filter(c -> name(c).equals(name))
                        .findFirst()
                        .orElse(null);
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static String name(Element element) {
        String name = element.getLocalName();
        return name == null ? "" : name;
    }

    static Field blankField(String name, String label, String value, Kind kind, Method method) {
        return new Field(name, label, "", value, kind, method, Place.NOWHERE);
    }
}
