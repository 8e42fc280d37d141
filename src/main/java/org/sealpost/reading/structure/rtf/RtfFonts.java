package org.sealpost.reading.structure.rtf;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.sealpost.reading.structure.story.TickSymbols;
import org.sealpost.reading.structure.text.PlainTextReader;

/** The fonts of an RTF file: which bytes mean which letters, and which fonts have none. */
final class RtfFonts {
    private static final Map<Integer, String> CHARSETS = Map.ofEntries(
            Map.entry(0, "windows-1252"),
            Map.entry(77, "x-MacRoman"),
            Map.entry(128, "windows-31j"),
            Map.entry(129, "x-windows-949"),
            Map.entry(134, "GBK"),
            Map.entry(136, "Big5"),
            Map.entry(161, "windows-1253"),
            Map.entry(162, "windows-1254"),
            Map.entry(163, "windows-1258"),
            Map.entry(177, "windows-1255"),
            Map.entry(178, "windows-1256"),
            Map.entry(186, "windows-1257"),
            Map.entry(204, "windows-1251"),
            Map.entry(222, "x-windows-874"),
            Map.entry(238, "windows-1250"));

    private final Map<Integer, Charset> charsets = new HashMap<>();
    private final Map<Integer, StringBuilder> names = new HashMap<>();
    private Charset page = PlainTextReader.named("windows-1252");

    void page(int number) {
        page = PlainTextReader.named(number == 65001 ? "UTF-8" : "windows-" + number);
    }

    void charset(int font, int charset) {
        String name = CHARSETS.get(charset);
        if (name != null && charset != 0) {
            charsets.put(font, PlainTextReader.named(name));
        }
    }

    void name(int font, char letter) {
        StringBuilder name = names.computeIfAbsent(font, f -> new StringBuilder());
        if (letter != ';' && name.length() < 60) {
            name.append(letter);
        }
    }

    boolean isSymbol(int font) {
        return TickSymbols.isSymbolFont(name(font));
    }

    String name(int font) {
        return names.getOrDefault(font, new StringBuilder()).toString().strip();
    }

    Charset charset(int font) {
        return charsets.getOrDefault(font, page);
    }
}
