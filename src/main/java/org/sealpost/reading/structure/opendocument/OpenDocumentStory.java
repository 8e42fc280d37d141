package org.sealpost.reading.structure.opendocument;

import java.util.List;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.story.TableRows;
import org.sealpost.reading.structure.xml.Xml;

/** One story of an OpenDocument text: its body, a header, a footer. */
final class OpenDocumentStory {
    private static final int DEEPEST = 120;

    private final Story story;
    private final OpenDocumentStyles styles;
    private final OpenDocumentControls controls;
    private final OpenDocumentRuns runs;
    private int depth;

    OpenDocumentStory(Story story, OpenDocumentStyles styles, Xml root) {
        this.story = story;
        this.styles = styles;
        this.controls = new OpenDocumentControls(root);
        this.runs = new OpenDocumentRuns(story, styles, this);
    }

    List<Element> read(Xml root) throws NotReadException {
        blocks(root);
        return story.elements();
    }

    void blocks(Xml container) throws NotReadException {
        if (++depth > DEEPEST) {
            throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
        }
        for (Xml block : container.children()) {
            switch (block.name()) {
                case "p", "h" -> paragraph(block);
                case "list",
                        "list-item",
                        "list-header",
                        "numbered-paragraph",
                        "index-body",
                        "index-title",
                        "table-of-content",
                        "user-index" -> blocks(block);
                case "section" -> {
                    if (!block.get("display").equals("none")) {
                        blocks(block);
                    }
                }
                case "table" -> story.addAll(table(block));
                case "frame", "control", "g", "custom-shape", "rect" -> {
                    drawing(block);
                    story.breakParagraph(false);
                }
                default -> {}
            }
        }
        depth--;
    }

    private void paragraph(Xml paragraph) throws NotReadException {
        String style = paragraph.get("style-name");
        if (styles.isHidden("paragraph", style)) {
            return;
        }
        runs.paragraph(paragraph, styles.isBold("paragraph", style, false), styles.font("paragraph", style));
        if (!runs.goesOn()) {
            story.endParagraph(paragraph.is("h") || styles.isHeading(style));
        }
    }

    /** What is drawn on the text: a control where it stands, a text box after its paragraph. */
    void drawing(Xml drawing) throws NotReadException {
        if (drawing.is("control")) {
            Xml control = controls.drawn(drawing.get("control"));
            if (control != null && control.is("fixed-text")) {
                story.text(control.get("label"), false);
            } else if (control != null && !control.is("frame")) {
                Field field = OpenDocumentControls.field(control);
                story.field(field);
            }
        } else if (drawing.is("frame")) {
            // Of several renderings of one thing the first that is text.
            Xml box = drawing.child("text-box");
            if (box != null) {
                apart(box);
            }
        } else if (drawing.is("g")) {
            if (++depth > DEEPEST) {
                throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
            }
            for (Xml inner : drawing.children()) {
                drawing(inner);
            }
            depth--;
        } else if (drawing.is("custom-shape") || drawing.is("rect")) {
            apart(drawing);
        }
    }

    void apart(Xml container) throws NotReadException {
        story.open();
        blocks(container);
        story.addAfter(story.close());
    }

    private List<Element> table(Xml table) throws NotReadException {
        TableRows rows = new TableRows(story.allowance());
        rows(table, false, rows);
        return rows.elements();
    }

    private void rows(Xml group, boolean header, TableRows rows) throws NotReadException {
        for (Xml row : group.children()) {
            switch (row.name()) {
                case "table-row" -> row(row, header, rows);
                case "table-header-rows" -> rows(row, true, rows);
                case "table-rows", "table-row-group" -> rows(row, header, rows);
                default -> {}
            }
        }
    }

    /** Covered cells are left to the table's own count: it knows which cells reach over them. */
    private void row(Xml row, boolean header, TableRows rows) throws NotReadException {
        for (Xml cell : row.children("table-cell")) {
            story.open();
            blocks(cell);
            List<Element> content = story.close();
            int columns = cell.count("number-columns-spanned");
            int repeated = content.isEmpty() ? Math.min(63, cell.count("number-columns-repeated")) : 1;
            for (int i = 0; i < repeated; i++) {
                rows.cell(content, columns, cell.count("number-rows-spanned") - 1, header);
            }
        }
        rows.endRow();
    }
}
