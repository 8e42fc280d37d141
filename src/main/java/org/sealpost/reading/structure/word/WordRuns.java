package org.sealpost.reading.structure.word;

import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.structure.office.OfficeMarkup;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.story.TickSymbols;
import org.sealpost.reading.structure.xml.Xml;

/** The runs of Word's paragraphs: text, controls, legacy form fields. A field's instruction is no text, its prompt no answer. */
final class WordRuns {
    private final Story story;
    private final WordStyles styles;
    private final WordStory blocks;
    private final WordFormField form = new WordFormField();

    WordRuns(Story story, WordStyles styles, WordStory blocks) {
        this.story = story;
        this.styles = styles;
        this.blocks = blocks;
    }

    /** True where the paragraph ended but a form field in it did not. */
    boolean goesOn() {
        if (form.isOpen()) {
            form.append("\n");
        }
        return form.isOpen();
    }

    void inside(Xml container, boolean bold) throws NotReadException {
        for (Xml part : container.children()) {
            switch (part.name()) {
                case "r" -> run(part, bold);
                case "sdt" -> control(part, bold);
                case "hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "dir", "bdo" ->
                    inside(part, bold);
                case "AlternateContent" -> inside(OfficeMarkup.alternative(part), bold);
                default -> {}
            }
        }
    }

    private void control(Xml control, boolean bold) throws NotReadException {
        Xml content = control.child("sdtContent");
        if (content != null && WordControls.isContainer(control)) {
            inside(content, bold);
        } else if (content != null) {
            blocks.control(control, content);
        }
    }

    private void run(Xml run, boolean paragraphBold) throws NotReadException {
        Xml properties = run.child("rPr");
        if (styles.isHidden(properties)) {
            return;
        }
        boolean bold = styles.isBold(properties, paragraphBold);
        String font = font(properties);
        boolean prompt = styles.isPrompt(properties);
        pieces(run, bold, font, prompt);
    }

    private void pieces(Xml run, boolean bold, String font, boolean prompt) throws NotReadException {
        for (Xml piece : run.children()) {
            switch (piece.name()) {
                case "t" -> append(prompt ? "" : text(piece, font), bold);
                case "tab", "ptab" -> append("\t", bold);
                case "br", "cr" -> append("\n", bold);
                case "noBreakHyphen" -> append("-", bold);
                case "sym" -> append(symbol(piece), bold);
                case "fldChar" -> fieldCharacter(piece);
                case "drawing", "pict", "object" -> boxes(piece);
                case "AlternateContent" -> pieces(OfficeMarkup.alternative(piece), bold, font, prompt);
                default -> {}
            }
        }
    }

    private static String font(@org.jspecify.annotations.Nullable Xml properties) {
        Xml fonts = properties == null ? null : properties.child("rFonts");
        return fonts == null ? "" : fonts.get("ascii").isEmpty() ? fonts.get("hAnsi") : fonts.get("ascii");
    }

    private static String text(Xml piece, String font) {
        return TickSymbols.isSymbolFont(font) ? TickSymbols.shown(font, piece.text()) : piece.text();
    }

    private static String symbol(Xml symbol) {
        String place = symbol.get("char");
        return place.matches("[0-9A-Fa-f]{1,5}")
                ? TickSymbols.shown(symbol.get("font"), Integer.parseInt(place, 16))
                : "";
    }

    private void append(String more, boolean bold) throws NotReadException {
        if (form.isOpen()) {
            story.allowance().characters(more.length());
            form.append(more);
        } else {
            story.text(more, bold);
        }
    }

    private void fieldCharacter(Xml character) throws NotReadException {
        Field field = form.character(character);
        if (field != null) {
            story.field(field);
        }
    }

    private void boxes(Xml drawing) throws NotReadException {
        for (Xml box : drawing.outermost("txbxContent")) {
            blocks.box(box);
        }
    }
}
