package org.sealpost.reading.structure;

import static org.sealpost.reading.structure.WordStory.blankField;
import static org.sealpost.reading.structure.WordStory.child;
import static org.sealpost.reading.structure.WordStory.children;
import static org.sealpost.reading.structure.WordStory.descendant;
import static org.sealpost.reading.structure.WordStory.name;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.w3c.dom.Element;

/**
 * The runs of one paragraph: its plain text, and apart from it the content controls and legacy form fields. Deleted
 * tracked changes and field instructions are left out, and a field's prompt is no answer.
 */
final class WordRuns {
    private final StringBuilder text = new StringBuilder();
    private final List<Field> fields = new ArrayList<>();
    private final List<Element> boxes = new ArrayList<>();
    private boolean plainRun;
    private boolean boldRun;
    private boolean boldParagraph;

    private @Nullable Element legacy;
    private final StringBuilder legacyValue = new StringBuilder();
    private boolean inInstruction;
    private int nested;

    void read(Element paragraph) {
        boldParagraph = WordStory.tableHeading(child(paragraph, "pPr"));
        inside(paragraph);
        if (!text.isEmpty() && text.charAt(0) == ' ' && fields.isEmpty()) {
            text.deleteCharAt(0);
        }
    }

    private void inside(Element container) {
        for (Element part : children(container)) {
            switch (name(part)) {
                case "r" -> run(part);
                case "sdt" -> control(part);
                case "hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "dir", "bdo" -> inside(part);
                default -> {}
            }
        }
    }

    private void control(Element control) {
        Element content = child(control, "sdtContent");
        if (content == null) {
            return;
        }
        if (isContainer(control)) {
            inside(content);
        } else {
            fields.add(field(control, content));
        }
    }

    private void run(Element run) {
        boolean bold = boldParagraph || on(child(child(run, "rPr"), "b"));
        for (Element piece : children(run)) {
            switch (name(piece)) {
                case "t" -> append(piece.getTextContent(), bold);
                case "tab" -> append("\t", bold);
                case "br", "cr" -> append("\n", bold);
                case "noBreakHyphen" -> append("-", bold);
                case "sym" -> append(symbol(piece), bold);
                case "fldChar" -> fieldCharacter(piece);
                case "drawing", "pict", "AlternateContent" -> box(piece);
                default -> {}
            }
        }
    }

    private void append(String more, boolean bold) {
        if (legacy != null) {
            if (!inInstruction) {
                legacyValue.append(more);
            }
            return;
        }
        text.append(more);
        if (!more.isBlank()) {
            boldRun |= bold;
            plainRun |= !bold;
        }
    }

    /** Complex fields (17.16.18): begin, instruction, separate, result, end; they may nest. */
    private void fieldCharacter(Element character) {
        switch (attribute(character, "fldCharType")) {
            case "begin" -> {
                Element data = child(character, "ffData");
                if (legacy != null) {
                    nested++;
                } else if (data != null) {
                    legacy = data;
                    inInstruction = true;
                    legacyValue.setLength(0);
                }
            }
            case "separate" -> {
                if (nested == 0) {
                    inInstruction = false;
                }
            }
            case "end" -> {
                if (nested > 0) {
                    nested--;
                } else if (legacy != null) {
                    fields.add(legacyField(legacy, legacyValue.toString()));
                    legacy = null;
                    inInstruction = false;
                }
            }
            default -> {}
        }
    }

    private static Field legacyField(Element data, String shown) {
        String fieldName = value(child(data, "name"));
        String help = value(child(data, "statusText")).isEmpty()
                ? value(child(data, "helpText"))
                : value(child(data, "statusText"));
        Element box = child(data, "checkBox");
        if (box != null) {
            Element checked = child(box, "checked") == null ? child(box, "default") : child(box, "checked");
            return blankField(fieldName, help, Boolean.toString(on(checked)), Kind.TICK, Method.LEGACY_FIELD);
        }
        Element list = child(data, "ddList");
        if (list != null) {
            return blankField(fieldName, help, chosen(list), Kind.CHOICE, Method.LEGACY_FIELD);
        }
        // Word shows five en spaces where nothing is filled in.
        String value = shown.replace('\u2002', ' ').strip();
        String type = value(child(child(data, "textInput"), "type"));
        return blankField(fieldName, help, value, type.equals("date") ? Kind.DATE : Kind.TEXT, Method.LEGACY_FIELD);
    }

    private static String chosen(Element list) {
        List<Element> entries =
                children(list).stream().filter(e -> name(e).equals("listEntry")).toList();
        Element result = child(list, "result");
        try {
            return result == null ? "" : value(entries.get(Integer.parseInt(value(result))));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return "";
        }
    }

    /** A text box is read after its paragraph; of two renderings of one box only the first. */
    private void box(Element drawing) {
        org.w3c.dom.NodeList found = drawing.getElementsByTagNameNS("*", "txbxContent");
        if (found.getLength() > 0 && found.item(0) instanceof Element first) {
            boxes.add(first);
        }
    }

    /** True for a control that only groups: it holds controls, tables or legacy fields of its own. */
    static boolean isContainer(Element control) {
        Element content = child(control, "sdtContent");
        return content != null
                && (descendant(content, "sdt") || descendant(content, "tbl") || descendant(content, "ffData"));
    }

    /** A content control (17.5.2) as a field. */
    static Field field(Element control, Element content) {
        Element properties = child(control, "sdtPr");
        String tag = value(child(properties, "tag"));
        String alias = value(child(properties, "alias"));
        Element box = child(properties, "checkbox");
        if (box != null) {
            Element checked = child(box, "checked");
            boolean ticked = checked != null && on(checked);
            return blankField(tag, alias, Boolean.toString(ticked), Kind.TICK, Method.CONTENT_CONTROL);
        }
        Kind kind = child(properties, "date") != null
                ? Kind.DATE
                : child(properties, "dropDownList") != null || child(properties, "comboBox") != null
                        ? Kind.CHOICE
                        : Kind.TEXT;
        String value = on(child(properties, "showingPlcHdr")) ? "" : plain(content);
        return blankField(tag, alias, value, kind, Method.CONTENT_CONTROL);
    }

    private static String plain(Element content) {
        List<String> lines = new ArrayList<>();
        WordRuns loose = new WordRuns();
        loose.inside(content);
        if (!loose.text().isEmpty()) {
            lines.add(loose.text());
        }
        org.w3c.dom.NodeList paragraphs = content.getElementsByTagNameNS("*", "p");
        for (int i = 0; i < paragraphs.getLength(); i++) {
            WordRuns runs = new WordRuns();
            runs.inside((Element) paragraphs.item(i));
            lines.add(runs.text());
        }
        return String.join("\n", lines).strip();
    }

    /** The fields, each with the paragraph's plain text beside it; a tick box without a name of its own is called that. */
    List<Field> fieldsNear(String nearby) {
        return fields.stream()
                .map(f -> new Field(f.name(), f.label(), nearby, f.value(), f.kind(), f.method(), f.place()))
                .toList();
    }

    List<Field> fields() {
        return fields;
    }

    List<Element> boxes() {
        return boxes;
    }

    String text() {
        return text.toString();
    }

    boolean allBold() {
        return boldRun && !plainRun;
    }

    private static String symbol(Element symbol) {
        return switch (attribute(symbol, "char").toUpperCase(java.util.Locale.ROOT)) {
            case "F0FE", "F052", "2612" -> "\u2612";
            case "F0A8", "F06F", "F0A3", "2610" -> "\u2610";
            default -> "";
        };
    }

    /** A toggle property (17.17.4): there and not switched off. */
    private static boolean on(@Nullable Element toggle) {
        if (toggle == null) {
            return false;
        }
        String value = value(toggle);
        return !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    static String value(@Nullable Element property) {
        return property == null ? "" : attribute(property, "val");
    }

    private static String attribute(Element element, String local) {
        org.w3c.dom.NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            if (local.equals(all.item(i).getLocalName())) {
                return all.item(i).getNodeValue();
            }
        }
        return "";
    }
}
