package org.sealpost.reading.structure.opendocument;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.story.Prompts;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.story.TickSymbols;
import org.sealpost.reading.structure.xml.Xml;

/** What stands in OpenDocument's paragraphs: text, fields to fill in, content controls, anchored drawings. */
final class OpenDocumentRuns {
    private static final int DEEPEST = 120;
    private static final int MOST_SPACES = 1_000;
    private static final Set<String> SILENT = Set.of(
            "annotation",
            "annotation-end",
            "ruby-text",
            "tracked-changes",
            "forms",
            "bookmark",
            "bookmark-start",
            "bookmark-end",
            "soft-page-break",
            "placeholder",
            "hidden-text",
            "hidden-paragraph");

    private final Story story;
    private final OpenDocumentStyles styles;
    private final OpenDocumentStory blocks;
    private @Nullable Xml mark;
    private final StringBuilder marked = new StringBuilder();
    private boolean space = true;
    private int depth;

    OpenDocumentRuns(Story story, OpenDocumentStyles styles, OpenDocumentStory blocks) {
        this.story = story;
        this.styles = styles;
        this.blocks = blocks;
    }

    void paragraph(Xml paragraph, boolean bold, String font) throws NotReadException {
        space = true;
        inside(paragraph, bold, font);
    }

    /** True where the paragraph ended but a field in it did not. */
    boolean goesOn() {
        if (mark != null) {
            marked.append('\n');
        }
        return mark != null;
    }

    private void inside(Xml container, boolean bold, String font) throws NotReadException {
        if (++depth > DEEPEST) {
            throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
        }
        for (Object piece : container.content()) {
            if (piece instanceof Xml element) {
                element(element, bold, font);
            } else {
                append(collapsed(piece.toString()), bold, font);
            }
        }
        depth--;
    }

    private void element(Xml element, boolean bold, String font) throws NotReadException {
        switch (element.name()) {
            case "span" -> span(element, bold, font);
            case "s" -> {
                append(" ".repeat(Math.min(MOST_SPACES, element.count("c"))), bold, "");
                space = false;
            }
            case "tab" -> append("\t", bold, "");
            case "line-break" -> append("\n", bold, "");
            case "note" -> note(element);
            case "text-input" -> story.field(input(element));
            case "drop-down" -> story.field(dropDown(element));
            case "content-control" -> control(element, bold, font);
            case "fieldmark" -> story.field(OpenDocumentMarks.field(element, ""));
            case "fieldmark-start" -> {
                if (OpenDocumentMarks.isForm(element)) {
                    mark = element;
                    marked.setLength(0);
                }
            }
            case "fieldmark-end" -> endMark();
            case "frame", "control", "g", "custom-shape", "rect" -> blocks.drawing(element);
            default -> {
                if (!SILENT.contains(element.name())) {
                    inside(element, bold, font);
                }
            }
        }
    }

    private void span(Xml span, boolean bold, String font) throws NotReadException {
        String style = span.get("style-name");
        if (!styles.isHidden("text", style)) {
            String own = styles.font("text", style);
            inside(span, styles.isBold("text", style, bold), own.isEmpty() ? font : own);
        }
    }

    private void note(Xml note) throws NotReadException {
        Xml body = note.child("note-body");
        if (body != null) {
            blocks.apart(body);
        }
    }

    private void append(String text, boolean bold, String font) throws NotReadException {
        String shown = TickSymbols.isSymbolFont(font) ? TickSymbols.shown(font, text) : text;
        if (mark == null) {
            story.text(shown, bold);
        } else {
            story.allowance().characters(shown.length());
            marked.append(shown);
        }
    }

    /** White space as it counts (part 3, 6.1.2): one blank, and none at the beginning. */
    private String collapsed(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!blank) {
                shown.append(c);
            } else if (!space) {
                shown.append(' ');
            }
            space = blank;
        }
        return shown.toString();
    }

    /** An input field; what it bids is no answer. */
    private static Field input(Xml input) {
        String help = input.get("description");
        String text = Prompts.answer(input.text(), help);
        return Field.of("", help, text.equals(help.strip()) ? "" : text, Kind.TEXT, Method.LEGACY_FIELD);
    }

    private static Field dropDown(Xml list) {
        List<Xml> labels = list.children("label");
        String chosen = labels.stream()
                .filter(l -> l.get("current-selected").equals("true"))
                .map(l -> l.get("value"))
                .findFirst()
                .orElse("");
        return Field.of(list.get("name"), list.get("help"), chosen, Kind.CHOICE, Method.LEGACY_FIELD);
    }

    private void control(Xml control, boolean bold, String font) throws NotReadException {
        boolean list = control.child("list-item") != null || control.child("list-items") != null;
        boolean prompt = control.get("showing-place-holder").equals("true");
        String name = control.get("tag");
        String label = control.get("alias");
        if (control.get("checkbox").equals("true")) {
            boolean on = control.get("checked").equals("true");
            story.field(Field.of(name, label, Boolean.toString(on), Kind.TICK, Method.CONTENT_CONTROL));
        } else if (control.get("picture").equals("true") || control.holds("content-control")) {
            inside(control, bold, font);
        } else {
            Kind kind = control.get("date").equals("true") ? Kind.DATE : list ? Kind.CHOICE : Kind.TEXT;
            String value = prompt ? "" : Prompts.answer(control.text(), "");
            story.field(Field.of(name, label, value, kind, Method.CONTENT_CONTROL));
        }
    }

    private void endMark() throws NotReadException {
        Xml open = mark;
        if (open != null) {
            mark = null;
            story.field(OpenDocumentMarks.field(open, marked.toString()));
        }
    }
}
