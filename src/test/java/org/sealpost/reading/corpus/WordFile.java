package org.sealpost.reading.corpus;

import static org.sealpost.reading.corpus.Zip.escaped;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sealpost.reading.corpus.Item.Box;
import org.sealpost.reading.corpus.Item.Cell;
import org.sealpost.reading.corpus.Item.Kind;
import org.sealpost.reading.corpus.Item.Piece;
import org.sealpost.reading.corpus.Item.Print;

/** A Word file (ECMA-376), its answers typed in, in content controls, or in legacy form fields. */
final class WordFile {
    /** How the answers stand in it. */
    enum Answers {
        TYPED,
        /** Typed, the whole form in the one cell of an outer table. */
        NESTED,
        CONTROLS,
        LEGACY
    }

    private static final String NAMESPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";
    private static final String TYPES = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
            + ".wordprocessingml.document.main+xml\"/></Types>";
    private static final String RELATIONS = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Target=\"word/document.xml\" Type=\"http://schemas.openxmlformats.org/"
            + "officeDocument/2006/relationships/officeDocument\"/></Relationships>";

    private final Answers answers;
    private final StringBuilder xml = new StringBuilder();
    private int fields;

    private WordFile(Answers answers) {
        this.answers = answers;
    }

    static byte[] draw(Form form, Answers answers) throws IOException {
        WordFile file = new WordFile(answers);
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", TYPES);
        parts.put("_rels/.rels", RELATIONS);
        parts.put("word/document.xml", file.document(form.items()));
        return Zip.of(parts);
    }

    private String document(List<Item> items) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document ")
                .append(NAMESPACES)
                .append("><w:body>");
        if (answers == Answers.NESTED) {
            xml.append("<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w=\"9600\" w:type=\"dxa\"/></w:tcPr>");
            items.forEach(this::item);
            xml.append("<w:p/></w:tc></w:tr></w:tbl>");
        } else {
            items.forEach(this::item);
        }
        return xml.append("</w:body></w:document>").toString();
    }

    private void item(Item item) {
        if (item instanceof Item.Title title) {
            xml.append("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>");
            run(title.text(), true);
            xml.append("</w:p>");
        } else if (item instanceof Item.Heading heading) {
            xml.append("<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>");
            run(heading.text(), false);
            xml.append("</w:p>");
        } else if (item instanceof Item.Note note) {
            paragraph(List.of(new Print(note.text(), false)));
        } else if (item instanceof Item.Line line) {
            paragraph(line.pieces());
        } else if (item instanceof Item.Table table) {
            table(table);
        }
    }

    private void table(Item.Table table) {
        xml.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/></w:tblPr><w:tblGrid>");
        int width = 9600 / table.columns();
        xml.append(("<w:gridCol w:w=\"" + width + "\"/>").repeat(table.columns()))
                .append("</w:tblGrid>");
        boolean first = true;
        for (List<Cell> row : table.rows()) {
            xml.append("<w:tr>");
            if (first && table.grid()) {
                xml.append("<w:trPr><w:tblHeader/></w:trPr>");
            }
            first = false;
            for (Cell cell : row) {
                xml.append("<w:tc><w:tcPr><w:tcW w:w=\"")
                        .append(width * cell.span())
                        .append("\" w:type=\"dxa\"/>");
                if (cell.span() > 1) {
                    xml.append("<w:gridSpan w:val=\"").append(cell.span()).append("\"/>");
                }
                xml.append("</w:tcPr>");
                paragraph(List.of(cell.piece()));
                xml.append("</w:tc>");
            }
            xml.append("</w:tr>");
        }
        xml.append("</w:tbl><w:p/>");
    }

    private void paragraph(List<Piece> pieces) {
        xml.append("<w:p>");
        for (Piece piece : pieces) {
            if (piece instanceof Print print) {
                run(print.text(), print.bold());
            } else if (piece instanceof Box box) {
                box(box);
            }
        }
        xml.append("</w:p>");
    }

    private void run(String text, boolean bold) {
        if (!text.isEmpty()) {
            xml.append("<w:r>").append(bold ? "<w:rPr><w:b/></w:rPr>" : "");
            xml.append("<w:t xml:space=\"preserve\">").append(escaped(text)).append("</w:t></w:r>");
        }
    }

    private void box(Box box) {
        switch (answers) {
            case CONTROLS -> control(box);
            case LEGACY -> legacy(box);
            default -> run(box.kind() == Kind.TICK ? tick(box) : box.answer(), false);
        }
    }

    private static String tick(Box box) {
        return box.ticked() ? "☒" : "☐";
    }

    private void control(Box box) {
        boolean prompting = box.kind() != Kind.TICK && box.answer().isEmpty();
        xml.append("<w:sdt><w:sdtPr><w:alias w:val=\"").append(escaped(box.label()));
        xml.append("\"/><w:tag w:val=\"").append(box.name()).append("\"/>");
        xml.append(prompting ? "<w:showingPlcHdr/>" : "");
        switch (box.kind()) {
            case TICK ->
                xml.append("<w14:checkbox><w14:checked w14:val=\"")
                        .append(box.ticked() ? 1 : 0)
                        .append("\"/></w14:checkbox>");
            case DATE -> xml.append("<w:date><w:dateFormat w:val=\"dd/MM/yyyy\"/></w:date>");
            case CHOICE -> {
                xml.append("<w:dropDownList>");
                box.options().forEach(o -> xml.append("<w:listItem w:value=\"")
                        .append(escaped(o))
                        .append("\"/>"));
                xml.append("</w:dropDownList>");
            }
            default -> xml.append("<w:text/>");
        }
        xml.append("</w:sdtPr><w:sdtContent>");
        run(box.kind() == Kind.TICK ? tick(box) : prompting ? box.prompt() : box.answer(), false);
        xml.append("</w:sdtContent></w:sdt>");
    }

    private void legacy(Box box) {
        // Word's own names are Text1, Check1; a careful author's are the bookmark's, at most 20 characters.
        String name = ++fields % 2 == 0
                ? "Text" + fields
                : box.name().substring(0, Math.min(20, box.name().length()));
        xml.append("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"")
                .append(name)
                .append("\"/><w:enabled/>");
        boolean listed = box.kind() == Kind.CHOICE && box.options().contains(box.answer());
        if (box.kind() == Kind.TICK) {
            xml.append("<w:checkBox><w:default w:val=\"0\"/>")
                    .append(box.ticked() ? "<w:checked/>" : "")
                    .append("</w:checkBox>");
        } else if (listed) {
            xml.append("<w:ddList><w:result w:val=\"")
                    .append(box.options().indexOf(box.answer()))
                    .append("\"/>");
            box.options().forEach(o -> xml.append("<w:listEntry w:val=\"")
                    .append(escaped(o))
                    .append("\"/>"));
            xml.append("</w:ddList>");
        } else {
            xml.append("<w:textInput/>");
        }
        xml.append("</w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space=\"preserve\"> ");
        xml.append(box.kind() == Kind.TICK ? "FORMCHECKBOX" : listed ? "FORMDROPDOWN" : "FORMTEXT")
                .append(" </w:instrText></w:r>");
        if (box.kind() != Kind.TICK && !listed) {
            xml.append("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
            run(box.answer().isEmpty() ? "\u2002\u2002\u2002\u2002\u2002" : box.answer(), false);
        }
        xml.append("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    }
}
