package org.sealpost.reading.structure.story;

import java.util.Locale;

/**
 * The boxes and ticks of Microsoft's symbol fonts, which have no letters: each of their 256 places as what it shows. A box that
 * is crossed or ticked is {@code ☒}, an empty one {@code ☐}.
 */
public final class TickSymbols {
    private static final String ON = "\u2612";
    private static final String OFF = "\u2610";
    private static final String TICK = "\u2714";
    private static final String CROSS = "\u2718";

    private TickSymbols() {}

    public static boolean isSymbolFont(String font) {
        String name = font.toLowerCase(Locale.ROOT);
        return name.startsWith("wingdings") || name.equals("webdings");
    }

    /** What a text set in that font shows; what is neither a box nor a tick is an ornament and left out. */
    public static String shown(String font, String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> shown.append(Character.isWhitespace(c) ? Character.toString(c) : shown(font, c)));
        return shown.toString();
    }

    /** @param place 0 to 255, or that in the private area of Unicode, U+F000 to U+F0FF */
    public static String shown(String font, int place) {
        if (place >= 0x2600 && place < 0x2800) {
            return Character.toString(place);
        }
        int at = windows1252(place) & 0xFF;
        return switch (font.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "wingdings2" ->
                switch (at) {
                    case 0x51, 0x52, 0x53, 0x54 -> ON;
                    case 0x2A, 0xA3 -> OFF;
                    case 0x50 -> TICK;
                    case 0x4F -> CROSS;
                    default -> "";
                };
            case "webdings" ->
                switch (at) {
                    case 0x63 -> OFF;
                    case 0x61 -> TICK;
                    case 0x72 -> CROSS;
                    default -> "";
                };
            case "wingdings" ->
                switch (at) {
                    case 0x78, 0xFD, 0xFE -> ON;
                    case 0x6F, 0x71, 0x72, 0xA8 -> OFF;
                    case 0xFC -> TICK;
                    case 0xFB -> CROSS;
                    default -> "";
                };
            default -> "";
        };
    }

    /** The places that a text read as Windows' Latin letters has elsewhere in Unicode do not matter here. */
    private static int windows1252(int place) {
        return place >= 0xF000 && place <= 0xF0FF ? place - 0xF000 : place > 0xFF ? 0 : place;
    }

    static boolean isBox(String text) {
        String bare = text.strip();
        return bare.equals(ON)
                || bare.equals(OFF)
                || bare.equals("\u2611")
                || bare.equals(TICK)
                || bare.equals("\u2713")
                || bare.matches("\\[\\s?[xX\u2713\u2714]?\\s?\\]");
    }
}
