package org.sealpost.reading.structure.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Heading;
import org.sealpost.reading.document.Element.Line;
import org.sealpost.reading.document.Element.Row;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.part.NotReadException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The XHTML that Tika makes of any format: headings, lines, and tables with their cells. A table
 * inside a cell becomes lines of that cell. Fails with more than the budget allows before it keeps it.
 */
final class XhtmlElements extends DefaultHandler {
    private static final Set<String> BLOCKS =
            Set.of("p", "div", "li", "br", "tr", "table", "ul", "ol", "dt", "dd", "blockquote", "hr", "pre");
    private static final Set<String> SILENT = Set.of("head", "title", "script", "style");

    private final List<Element> elements = new ArrayList<>();
    private final Deque<StringBuilder> cells = new ArrayDeque<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Cell> row = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final int most;
    private long characters;
    private int tables;
    private int silent;
    private int bold;
    private boolean plainSeen;
    private boolean boldSeen;
    private boolean headerCell;
    private int span = 1;

    /** @param most how many characters at most */
    XhtmlElements(int most) {
        this.most = most;
    }

    List<Element> elements() {
        endLine(false);
        return elements;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        if (SILENT.contains(localName)) {
            silent++;
        } else if (localName.equals("table")) {
            endLine(false);
            tables++;
        } else if (tables == 1 && (localName.equals("td") || localName.equals("th"))) {
            cells.push(new StringBuilder());
            headerCell = localName.equals("th");
            span = span(attributes.getValue("colspan"));
            plainSeen = false;
            boldSeen = false;
        } else if (localName.equals("b") || localName.equals("strong")) {
            bold++;
        } else if (BLOCKS.contains(localName) || isHeading(localName)) {
            endLine(false);
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        if (SILENT.contains(localName)) {
            silent--;
        } else if (localName.equals("table")) {
            endTable();
        } else if (tables == 1 && (localName.equals("td") || localName.equals("th"))) {
            endCell();
        } else if (tables == 1 && localName.equals("tr")) {
            endRow();
        } else if (localName.equals("b") || localName.equals("strong")) {
            bold = Math.max(0, bold - 1);
        } else if (isHeading(localName)) {
            endLine(true);
        } else if (BLOCKS.contains(localName)) {
            endLine(false);
        }
    }

    @Override
    public void characters(char[] letters, int start, int length) throws SAXException {
        if (silent > 0) {
            return;
        }
        characters += length;
        if (characters > most || elements.size() + rows.size() + row.size() > most / 8) {
            throw new SAXException(
                    NotReadException.opaque("reading-too-large", "There is more in it than a reading may hold."));
        }
        String more = new String(letters, start, length);
        if (!more.isBlank()) {
            boldSeen |= bold > 0;
            plainSeen |= bold == 0;
        }
        (cells.isEmpty() ? text : cells.peek()).append(more);
    }

    private static boolean isHeading(String localName) {
        return localName.length() == 2 && localName.charAt(0) == 'h' && Character.isDigit(localName.charAt(1));
    }

    private static int span(@Nullable String written) {
        try {
            return written == null ? 1 : Math.max(1, Math.min(63, Integer.parseInt(written.strip())));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private void endLine(boolean heading) {
        if (!cells.isEmpty()) {
            cells.element().append('\n');
            return;
        }
        boolean alone = heading || (boldSeen && !plainSeen);
        for (String line : text.toString().split("\\R")) {
            String shown = line.replaceAll("[\\s\\u00a0]+", " ").strip();
            if (!shown.isEmpty()) {
                elements.add(alone ? new Heading(shown, Place.NOWHERE) : new Line(shown, Place.NOWHERE));
            }
        }
        text.setLength(0);
        boldSeen = false;
        plainSeen = false;
    }

    private void endCell() {
        StringBuilder written = cells.poll();
        if (written != null) {
            String shown = written.toString()
                    .replaceAll("[ \\t\\u00a0]+", " ")
                    .replaceAll(" ?\\R[\\s\\u00a0]*", "\n")
                    .strip();
            boolean emphasised = headerCell || (boldSeen && !plainSeen);
            row.add(new Cell(shown, List.of(), span, emphasised, Place.NOWHERE));
        }
    }

    private void endRow() {
        if (!row.isEmpty()) {
            rows.add(new Row(row));
            row.clear();
        }
    }

    private void endTable() {
        if (tables == 1) {
            cells.clear();
            endRow();
            if (!rows.isEmpty()) {
                elements.add(new Table(rows, Place.NOWHERE));
                rows.clear();
            }
        }
        tables = Math.max(0, tables - 1);
    }
}
