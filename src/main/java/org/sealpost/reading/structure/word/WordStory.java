package org.sealpost.reading.structure.word;

import static org.sealpost.reading.structure.word.WordStyles.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.office.OfficeMarkup;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.story.TableRows;
import org.sealpost.reading.structure.xml.Xml;

/** One story of a Word file: its body, a header, the footnotes. Deleted changes and what was moved away are left out. */
final class WordStory {
    private static final int DEEPEST = 120;
    private static final Set<String> WRAPPERS = Set.of("ins", "moveTo", "smartTag", "customXml", "dir", "bdo");

    private final Story story;
    private final WordStyles styles;
    private final WordBindings bindings;
    private final WordControls controls;
    private final WordRuns runs;
    private int depth;

    WordStory(Story story, WordStyles styles, WordBindings bindings) {
        this.story = story;
        this.styles = styles;
        this.bindings = bindings;
        this.controls = new WordControls(bindings);
        this.runs = new WordRuns(story, styles, this);
    }

    List<Element> read(Xml root) throws NotReadException {
        if (root.is("footnotes") || root.is("endnotes")) {
            for (Xml note : root.children()) {
                if (!note.has("type") || note.get("type").equals("normal")) {
                    blocks(note);
                }
            }
        } else {
            Xml body = root.is("document") ? root.child("body") : root;
            if (body != null) {
                blocks(body);
            }
        }
        return story.elements();
    }

    void blocks(Xml container) throws NotReadException {
        deeper();
        for (Xml block : container.children()) {
            switch (block.name()) {
                case "p" -> paragraph(block);
                case "tbl" -> story.addAll(table(block));
                case "sdt" -> blockControl(block);
                case "AlternateContent" -> blocks(OfficeMarkup.alternative(block));
                default -> {
                    if (WRAPPERS.contains(block.name())) {
                        blocks(block);
                    }
                }
            }
        }
        depth--;
    }

    private void deeper() throws NotReadException {
        if (++depth > DEEPEST) {
            throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
        }
    }

    private void paragraph(Xml paragraph) throws NotReadException {
        Xml properties = paragraph.child("pPr");
        runs.inside(paragraph, styles.isBold(properties));
        if (!runs.goesOn()) {
            story.endParagraph(styles.isHeading(properties));
        }
    }

    /** A control around blocks is a field unless it holds controls or tables of its own. */
    private void blockControl(Xml control) throws NotReadException {
        Xml content = control.child("sdtContent");
        if (content == null) {
            return;
        }
        if (WordControls.isContainer(control)) {
            blocks(content);
        } else {
            control(control, content);
            story.endParagraph(false);
        }
    }

    /** A control as a field of the paragraph under way. */
    void control(Xml control, Xml content) throws NotReadException {
        story.field(controls.field(control, plain(content)));
    }

    /** What a control shows, wherever it lies: around blocks, a cell or runs. */
    private String plain(Xml content) throws NotReadException {
        Story apart = new Story(story.allowance());
        WordStory inside = new WordStory(apart, styles, bindings);
        inside.depth = depth;
        inside.runs.inside(content, false);
        inside.blocks(content);
        return Story.text(apart.elements());
    }

    private List<Element> table(Xml table) throws NotReadException {
        deeper();
        TableRows rows = new TableRows(story.allowance());
        for (Wrapped row : unwrapped(table, "tr", null)) {
            Xml properties = row.element().child("trPr");
            if (properties == null || properties.child("del") == null) {
                row(row.element(), properties, rows);
            }
        }
        depth--;
        return rows.elements();
    }

    private void row(Xml row, @Nullable Xml properties, TableRows rows) throws NotReadException {
        boolean header = properties != null && OfficeMarkup.on(properties.child("tblHeader"));
        int before = number(value(properties, "gridBefore"), 0);
        if (before > 0) {
            rows.empty(before);
        }
        for (Wrapped cell : unwrapped(row, "tc", null)) {
            cell(cell, header, rows);
        }
        rows.endRow();
    }

    private record Wrapped(Xml element, @Nullable Xml control) {}

    /** Rows or cells, through what is around them; with the innermost control around each. */
    private static List<Wrapped> unwrapped(Xml parent, String wanted, @Nullable Xml control) {
        List<Wrapped> found = new ArrayList<>();
        for (Xml child : parent.children()) {
            if (child.is(wanted)) {
                found.add(new Wrapped(child, control));
            } else if (child.is("sdt")) {
                Xml content = child.child("sdtContent");
                if (content != null) {
                    found.addAll(unwrapped(content, wanted, child));
                }
            } else if (WRAPPERS.contains(child.name())) {
                found.addAll(unwrapped(child, wanted, control));
            }
        }
        return found;
    }

    /** A cell merged with the one above it is empty, and so is one that was deleted. */
    private void cell(Wrapped wrapped, boolean header, TableRows rows) throws NotReadException {
        Xml cell = wrapped.element();
        Xml properties = cell.child("tcPr");
        Xml merge = properties == null ? null : properties.child("vMerge");
        boolean goesOn = merge != null && !merge.get("val").equals("restart");
        boolean deleted = properties != null && properties.child("cellDel") != null;
        story.open();
        if (!goesOn && !deleted) {
            Xml control = wrapped.control();
            if (control != null && isAroundOneCell(control) && !WordControls.isContainer(control)) {
                control(control, cell);
            } else {
                blocks(cell);
            }
        }
        rows.cell(story.close(), number(value(properties, "gridSpan"), 1), 0, header);
    }

    private static boolean isAroundOneCell(Xml control) {
        Xml content = control.child("sdtContent");
        return content != null && content.children("tc").size() == 1;
    }

    private static int number(String written, int otherwise) {
        return written.matches("\\d{1,4}") ? Integer.parseInt(written) : otherwise;
    }

    /** A text box is told after the paragraph that it hangs on. */
    void box(Xml content) throws NotReadException {
        story.open();
        blocks(content);
        story.addAfter(story.close());
    }
}
