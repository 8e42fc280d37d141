package org.sealpost.reading.structure.rtf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.rtf.RtfGroup.Destination;
import org.sealpost.reading.structure.story.TickSymbols;

/** Walks through the groups and control words of one rich text. For one thread. */
final class RtfWalk {
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
    private final RtfText text;
    private final RtfFonts fonts = new RtfFonts();
    private final Deque<RtfGroup> groups = new ArrayDeque<>();
    private final Set<Integer> headings = new HashSet<>();
    private final StringBuilder styleName = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<byte[]> carried = new ArrayList<>();
    private RtfGroup group = new RtfGroup();
    private int half = -1;
    private boolean star;
    private int skip;
    private int style;

    RtfWalk(byte[] rtf, Allowance allowance) {
        tokens = new RtfTokens(rtf);
        text = new RtfText(allowance);
    }

    /** All that stands in it, in reading order. */
    List<Element> elements() throws NotReadException {
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
        return text.elements();
    }

    /** Pictures and embedded objects, as they are carried. */
    List<byte[]> carried() {
        return carried;
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
            text.endField();
        }
        if (ended.opensApart) {
            text.endApart(ended);
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
            written(word, number);
        }
    }

    private void tableWord(String word, int number) {
        switch (word) {
            case "f" -> group.font = number;
            case "fcharset" -> fonts.charset(group.font, number);
            case "s" -> style = number;
            case "falt", "panose", "fname" -> group.destination = Destination.SILENT;
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
                text.beginField();
                group.opensField = true;
            }
            case "formfield" -> {
                group.destination = Destination.FORM_DATA;
                text.formWord(word, 0);
            }
            case "ffname" -> group.destination = Destination.FORM_NAME;
            case "ffhelptext" -> group.destination = Destination.FORM_HELP;
            case "ffstattext" -> group.destination = Destination.FORM_STATUS;
            case "ffdeftext" -> group.destination = Destination.FORM_DEFAULT;
            case "ffl" -> {
                group.destination = Destination.FORM_ENTRY;
                text.formWord(word, 0);
            }
            case "fldinst" -> group.destination = text.inField() ? Destination.FORM_DATA : Destination.SILENT;
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
            case "pard" -> text.plainParagraph();
            case "intbl" -> text.inTable(Math.max(1, text.depth()));
            case "itap" -> text.inTable(number);
            case "s" -> text.heading(headings.contains(number));
            case "outlinelevel" -> text.heading(number >= 0 && number < 9);
            default -> {
                if (word.startsWith("ff")) {
                    text.formWord(word, number);
                    return true;
                }
                return text.table().word(word, number);
            }
        }
        return true;
    }

    private void written(String word, int number) throws NotReadException {
        if (group.destination == Destination.TEXT || !word.contains("cell") && !word.contains("row")) {
            letters(word, number);
        }
    }

    private void letters(String word, int number) throws NotReadException {
        switch (word) {
            case "par", "sect", "page" -> text.endParagraph(group);
            case "line", "\n", "\r" -> text.append("\n", group);
            case "tab" -> text.append("\t", group);
            case "cell" -> text.table().endCell(1);
            case "nestcell" -> text.table().endCell(Math.max(2, text.depth()));
            case "row" -> text.table().endRow(1);
            case "nestrow" -> text.table().endRow(Math.max(2, text.depth()));
            case "u" -> unicode(number);
            case "~" -> text.append("\u00a0", group);
            case "_" -> text.append("-", group);
            case "emdash" -> text.append("\u2014", group);
            case "endash" -> text.append("\u2013", group);
            case "lquote" -> text.append("\u2018", group);
            case "rquote" -> text.append("\u2019", group);
            case "ldblquote" -> text.append("\u201c", group);
            case "rdblquote" -> text.append("\u201d", group);
            case "bullet" -> text.append("\u2022", group);
            case "enspace" -> text.append("\u2002", group);
            case "emspace" -> text.append("\u2003", group);
            case "{", "}", "\\" -> text.append(word, group);
            default -> {}
        }
    }

    private void unicode(int number) throws NotReadException {
        int code = number < 0 ? number + 65_536 : number;
        skip = group.fallback;
        if (code > 0 && code < 65_536) {
            String letter = fonts.isSymbol(group.font)
                    ? TickSymbols.shown(fonts.name(group.font), code)
                    : Character.toString((char) code);
            text.append(letter, group);
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
            String written = fonts.isSymbol(group.font)
                    ? TickSymbols.shown(fonts.name(group.font), new String(bytes, StandardCharsets.ISO_8859_1))
                    : new String(bytes, fonts.charset(group.font));
            text.append(written, group);
        }
    }

    private void beginApart() throws NotReadException {
        flush();
        text.beginApart(group);
    }
}
