package org.sealpost.reading.structure.rtf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.rtf.RtfGroup.Destination;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.story.TickSymbols;

/**
 * Rich text (RTF 1.9.1) with its form fields, tables and what stands in bold. Deleted, moved and hidden text and annotations are left out.
 */
public final class RtfReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("application/rtf") || mediaType.equals("text/rtf");
    }

    @Override
    public void read(Part part, Contents contents) throws NotReadException {
        List<Element> elements = elements(part.bytes(), contents);
        if (elements.isEmpty()) {
            throw NotReadException.opaque("no-text", "There is no text in it.");
        }
        contents.addAll(elements);
    }

    /** The text; pictures and embedded objects become parts. */
    public static List<Element> elements(byte[] rtf, Contents contents) throws NotReadException {
        Run run = new Run(rtf, new Allowance(contents.budget().limits()));
        List<Element> elements = run.elements();
        for (byte[] bytes : run.carried) {
            byte[] inner = RtfObject.unwrapped(bytes);
            if (inner.length > 0) {
                contents.inner("object", "", () -> contents.unpack(new ByteArrayInputStream(inner)));
            }
        }
        return elements;
    }

    /** One file's way through. */
    private static final class Run {
        private static final int DEEPEST = 1_000;
        private static final Set<String> SILENT = Set.of(
                "colortbl",
                "info",
                "fldinst",
                "pntext",
                "listtext",
                "nonshppict",
                "shprslt",
                "revtbl",
                "listtable",
                "xe",
                "tc",
                "txe",
                "rxe",
                "atnid",
                "atnauthor",
                "annotation",
                "atrfstart",
                "atrfend",
                "bkmkstart",
                "bkmkend",
                "filetbl",
                "themedata",
                "generator",
                "stylesheet",
                "sp",
                "pn",
                "template");

        private final RtfTokens tokens;
        private final Story story;
        private final RtfFonts fonts = new RtfFonts();
        private final Deque<RtfGroup> groups = new ArrayDeque<>();
        private final Deque<RtfForm> forms = new ArrayDeque<>();
        private final Deque<RtfTables> tables = new ArrayDeque<>();
        private final Deque<int[]> places = new ArrayDeque<>();
        private final Set<List<Element>> headers = new LinkedHashSet<>();
        private final Set<List<Element>> footers = new LinkedHashSet<>();
        private final Set<Integer> headings = new HashSet<>();
        private final StringBuilder styleName = new StringBuilder();
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private final List<byte[]> carried = new ArrayList<>();
        private RtfGroup group = new RtfGroup();
        private int half = -1;
        private boolean star;
        private boolean heading;
        private boolean inTable;
        private int depth = 1;
        private int skip;
        private int style;

        Run(byte[] rtf, Allowance allowance) {
            tokens = new RtfTokens(rtf);
            story = new Story(allowance);
            tables.push(new RtfTables(story));
        }

        public List<Element> elements() throws NotReadException {
            for (RtfTokens.Kind kind = tokens.next(); kind != RtfTokens.Kind.END; kind = tokens.next()) {
                switch (kind) {
                    case OPEN -> open();
                    case CLOSE -> close();
                    case BYTE -> letter(tokens.number);
                    default -> word(tokens.word, tokens.number);
                }
            }
            while (!groups.isEmpty()) {
                close();
            }
            flush();
            tables.element().at(0);
            List<Element> all = new ArrayList<>();
            headers.forEach(all::addAll);
            all.addAll(story.elements());
            footers.forEach(all::addAll);
            while (!all.isEmpty() && Story.isBlank(all.get(all.size() - 1))) {
                all.remove(all.size() - 1);
            }
            return all;
        }

        private void open() throws NotReadException {
            flush();
            if (groups.size() >= DEEPEST) {
                throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
            }
            groups.push(group);
            group = group.inner();
            star = false;
            skip = 0;
        }

        private void close() throws NotReadException {
            flush();
            RtfGroup ended = group;
            if (groups.isEmpty()) {
                return;
            }
            group = groups.pop();
            if (ended.destination == Destination.STYLES && group.destination == Destination.STYLES) {
                endStyle();
            }
            if (ended.opensData) {
                carried.add(data.toByteArray());
            }
            if (ended.opensField) {
                endField();
            }
            if (ended.opensApart) {
                endApart(ended);
            }
            skip = 0;
        }

        private void endStyle() {
            String name = styleName.toString().strip().toLowerCase(Locale.ROOT);
            if (name.startsWith("heading") || name.startsWith("title") || name.startsWith("subtitle")) {
                headings.add(style);
            }
            styleName.setLength(0);
            style = 0;
        }

        private void endField() throws NotReadException {
            RtfForm form = forms.poll();
            if (form != null && form.isForm()) {
                Field field = form.field();
                if (forms.stream().noneMatch(RtfForm::isForm)) {
                    place();
                    story.field(field);
                }
            }
        }

        /** Its tables and its paragraph are its own. */
        private void beginApart() throws NotReadException {
            flush();
            group.destination = Destination.TEXT;
            group.opensApart = true;
            group.plain();
            story.open();
            tables.push(new RtfTables(story));
            places.push(new int[] {inTable ? 1 : 0, depth, heading ? 1 : 0});
            inTable = false;
            depth = 1;
            heading = false;
        }

        private void endApart(RtfGroup ended) throws NotReadException {
            tables.pop().at(0);
            List<Element> told = story.close();
            int[] place = places.pop();
            inTable = place[0] == 1;
            depth = place[1];
            heading = place[2] == 1;
            if (told.isEmpty()) {
                return;
            }
            if (ended.isHeader) {
                headers.add(told);
            } else if (ended.isFooter) {
                footers.add(told);
            } else {
                story.addAfter(told);
            }
        }

        private void word(String word, int number) throws NotReadException {
            flush();
            if (skip > 0 && !word.equals("u")) {
                // A control word counts as one letter of what stands in for a Unicode one.
                skip--;
                return;
            }
            if (word.equals("*")) {
                star = true;
                return;
            }
            boolean optional = star;
            star = false;
            if (group.destination == Destination.SILENT) {
                return;
            }
            if (group.destination == Destination.FONTS || group.destination == Destination.STYLES) {
                tableWord(word, number);
                return;
            }
            if (!destination(word, optional) && !setting(word, number)) {
                text(word, number);
            }
        }

        private void tableWord(String word, int number) {
            switch (word) {
                case "f" -> group.font = number;
                case "fcharset" -> fonts.charset(group.font, number);
                case "s" -> style = number;
                case "*", "falt", "panose", "fname" -> {
                    if (!word.equals("*")) {
                        group.destination = Destination.SILENT;
                    }
                }
                default -> {}
            }
        }

        /** @return true where the word opens a group whose text goes elsewhere */
        private boolean destination(String word, boolean optional) throws NotReadException {
            switch (word) {
                case "fonttbl" -> group.destination = Destination.FONTS;
                case "stylesheet" -> group.destination = Destination.STYLES;
                case "header", "headerl", "headerr", "headerf" -> {
                    beginApart();
                    group.isHeader = true;
                }
                case "footer", "footerl", "footerr", "footerf" -> {
                    beginApart();
                    group.isFooter = true;
                }
                case "footnote", "shptxt" -> beginApart();
                case "field" -> {
                    forms.push(new RtfForm());
                    group.opensField = true;
                }
                case "formfield" -> {
                    group.destination = Destination.FORM_DATA;
                    form(word, 0);
                }
                case "ffname" -> group.destination = Destination.FORM_NAME;
                case "ffhelptext" -> group.destination = Destination.FORM_HELP;
                case "ffstattext" -> group.destination = Destination.FORM_STATUS;
                case "ffdeftext" -> group.destination = Destination.FORM_DEFAULT;
                case "ffl" -> {
                    group.destination = Destination.FORM_ENTRY;
                    form(word, 0);
                }
                case "fldinst" -> group.destination = forms.isEmpty() ? Destination.SILENT : Destination.FORM_DATA;
                case "fldrslt", "nesttableprops", "shp", "shpinst", "shpgrp", "upr", "ud", "shppict", "result" -> {}
                case "pict", "objdata" -> {
                    group.destination = Destination.DATA;
                    group.opensData = true;
                    data.reset();
                }
                case "objclass", "objname" -> group.destination = Destination.SILENT;
                case "nonesttables" -> group.destination = Destination.SILENT;
                default -> {
                    if (SILENT.contains(word) || optional) {
                        group.destination = Destination.SILENT;
                        return true;
                    }
                    return false;
                }
            }
            return true;
        }

        private void form(String word, int number) {
            RtfForm form = forms.peek();
            if (form != null) {
                form.word(word, number);
            }
        }

        /** @return true where the word only sets how what follows is shown */
        private boolean setting(String word, int number) {
            boolean on = number != 0;
            switch (word) {
                case "ansicpg" -> fonts.page(number);
                case "mac" -> fonts.charset(0, 77);
                case "uc" -> group.fallback = Math.max(0, Math.min(10, number));
                case "f" -> group.font = number;
                case "b" -> group.bold = on;
                case "v" -> group.hidden = on;
                case "deleted", "mvf" -> group.deleted = on;
                case "plain" -> group.plain();
                case "pard" -> {
                    inTable = false;
                    depth = 1;
                    heading = false;
                }
                case "intbl" -> inTable = true;
                case "itap" -> {
                    inTable = number > 0;
                    depth = Math.max(1, number);
                }
                case "s" -> heading = headings.contains(number);
                case "outlinelevel" -> heading = number >= 0 && number < 9;
                default -> {
                    if (word.startsWith("ff")) {
                        form(word, number);
                        return true;
                    }
                    return tables.element().word(word, number);
                }
            }
            return true;
        }

        private void text(String word, int number) throws NotReadException {
            if (group.destination == Destination.TEXT || !word.contains("cell") && !word.contains("row")) {
                letters(word, number);
            }
        }

        private void letters(String word, int number) throws NotReadException {
            switch (word) {
                case "par", "sect", "page" -> endParagraph();
                case "line", "\n", "\r" -> append("\n");
                case "tab" -> append("\t");
                case "cell" -> tables.element().endCell(1);
                case "nestcell" -> tables.element().endCell(Math.max(2, depth));
                case "row" -> tables.element().endRow(1);
                case "nestrow" -> tables.element().endRow(Math.max(2, depth));
                case "u" -> unicode(number);
                case "~" -> append("\u00a0");
                case "_" -> append("-");
                case "emdash" -> append("\u2014");
                case "endash" -> append("\u2013");
                case "lquote" -> append("\u2018");
                case "rquote" -> append("\u2019");
                case "ldblquote" -> append("\u201c");
                case "rdblquote" -> append("\u201d");
                case "bullet" -> append("\u2022");
                case "enspace" -> append("\u2002");
                case "emspace" -> append("\u2003");
                case "{", "}", "\\" -> append(word);
                default -> {}
            }
        }

        private void endParagraph() throws NotReadException {
            if (!shown()) {
                return;
            }
            if (inForm()) {
                append("\n");
            } else {
                place();
                story.endParagraph(heading);
            }
        }

        private boolean inForm() {
            return forms.stream().anyMatch(RtfForm::isForm);
        }

        private boolean shown() {
            return group.destination == Destination.TEXT && !group.hidden && !group.deleted;
        }

        /** Letters go to the tables in which they stand. */
        private void place() throws NotReadException {
            tables.element().at(inTable ? depth : 0);
        }

        private void unicode(int number) throws NotReadException {
            int code = number < 0 ? number + 65_536 : number;
            skip = group.fallback;
            if (code > 0 && code < 65_536) {
                String letter = fonts.isSymbol(group.font)
                        ? TickSymbols.shown(fonts.name(group.font), code)
                        : Character.toString((char) code);
                append(letter);
            }
        }

        private void letter(int letter) throws NotReadException {
            if (skip > 0) {
                skip--;
                return;
            }
            star = false;
            if (group.destination == Destination.FONTS) {
                fonts.name(group.font, (char) letter);
            } else if (group.destination == Destination.STYLES) {
                if (styleName.length() < 100) {
                    styleName.append((char) letter);
                }
            } else if (group.destination == Destination.DATA) {
                hexadecimal(letter);
            } else if (group.destination != Destination.SILENT) {
                pending.write(letter);
            }
        }

        private void hexadecimal(int letter) {
            int digit = Character.digit(letter, 16);
            if (digit < 0) {
                return;
            }
            if (half < 0) {
                half = digit;
            } else {
                data.write(half << 4 | digit);
                half = -1;
            }
        }

        /** Bytes become letters together: in some writings one letter takes two. */
        private void flush() throws NotReadException {
            if (pending.size() > 0) {
                byte[] bytes = pending.toByteArray();
                pending.reset();
                String text = fonts.isSymbol(group.font)
                        ? TickSymbols.shown(
                                fonts.name(group.font), new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                        : new String(bytes, fonts.charset(group.font));
                append(text);
            }
        }

        private void append(String text) throws NotReadException {
            RtfForm form = forms.peek();
            if (group.destination != Destination.TEXT) {
                StringBuilder part = form == null ? null : form.part(group.destination);
                if (part != null) {
                    story.allowance().characters(text.length());
                    part.append(text);
                }
            } else if (shown()) {
                RtfForm outer =
                        forms.stream().filter(RtfForm::isForm).findFirst().orElse(null);
                StringBuilder result = outer == null ? null : outer.part(Destination.TEXT);
                if (result != null) {
                    story.allowance().characters(text.length());
                    result.append(text);
                } else {
                    place();
                    story.text(text, group.bold);
                }
            }
        }
    }
}
