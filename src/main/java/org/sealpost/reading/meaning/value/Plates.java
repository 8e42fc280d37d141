package org.sealpost.reading.meaning.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Registration marks: current, prefix, suffix, dateless, Northern Ireland, Q and diplomatic ones, whole or in part, with a
 * question mark for each unknown character.
 */
public final class Plates {
    private static final String L = "[A-Z?]";
    private static final String D = "[0-9?]";
    /** Shapes long enough to be a plate wherever a word nearby says vehicle. */
    private static final Pattern CLEAR = Pattern.compile("(?<![A-Z0-9?@.])(?:"
            + L + "{2}[ -]?" + D + "{2}[ -]?" + L + "{3}"
            + "|" + L + "[ -]?" + D + "{1,3}[ -]?" + L + "{3}"
            + "|" + L + "{3}[ -]?" + D + "{1,3}[ -]?" + L
            + "|[A-Z]{1,3}[IZ][A-Z]?[ -]?\\d{3,4}"
            + "|\\d{3}[ -]?[DX][ -]?\\d{3})(?![A-Z0-9?])");

    private static final Pattern TOKENS = Pattern.compile("[A-Z0-9?*_]+(?:[ -]?[A-Z0-9?*_]+)*");
    /** Longer ones hold a text and not a partial mark, and {@link #TOKENS} would overflow the stack on them. */
    private static final int LONGEST_BOX = 200;

    private static final Pattern CHATTER = Pattern.compile(
            "(?i)\\b(?:part(?:ial|ly)?|plate|reg(?:istration)?|vrm|vrn|index|no|number|starts?|starting|begins?|beginning|ends?|ending|with|in|the|of|first|last|letters?|digits?|maybe|possibly|think|something|contains?|includes?|including|unknown|rest|or|and|is|it|a|only|known|like|similar|to|taxi|private|not|sure|seen|poss|believed|to be|possible|approx)\\b\\.?|[:;,()\"']");

    /** What a vehicle's box says behind a word for its mark, or the first half of a current mark at its end. */
    private static final Pattern PARTIAL = Pattern.compile(
            "(?i:\\b(?:reg(?:istration)?|vrm|vrn|index|plate)\\b\\.?(?: (?:no|number|mark|plate)\\b\\.?)?[ :-]{0,3}"
                    + "(?:(?:starts?|starting|begins?|beginning|ends?|ending|with|is|in|part)[ :]){0,3})"
                    + "(?<cued>(?=[A-Z0-9?]*[A-Z])(?=[A-Z0-9?]*[0-9?])[A-Z0-9?]{3,6})(?![A-Za-z0-9?])"
                    + "|(?<![A-Za-z0-9])(?<half>[A-HJ-PR-Y]{2}(?:0[2-9]|[1-2][0-9]|5[1-9]|[6-7][0-9]))[ .,;)]{0,3}$");

    private Plates() {}

    /**
     * @param mark upper case, no blanks, {@code ?} for each unknown character
     * @param text as written
     */
    public record Found(String mark, String text) {}

    /** The marks in a box that asks for one. */
    public static List<Found> ofBox(String written) {
        List<Found> clear = clear(written);
        if (!clear.isEmpty() || written.length() > LONGEST_BOX) {
            return clear;
        }
        String bare = CHATTER.matcher(written).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
        String mark = compact(bare);
        boolean inOnePiece = written.toUpperCase(Locale.ROOT).contains(bare)
                && TOKENS.matcher(bare).matches();
        boolean plausible = mark.length() >= 2 && mark.length() <= 8 && mark.matches("[A-Z0-9?]*[A-Z0-9][A-Z0-9?]*");
        boolean mixed = mark.matches(".*[0-9?].*") || (mark.length() <= 3 && bare.equals(written.strip()));
        if (!inOnePiece || !plausible || !mixed) {
            return List.of();
        }
        int at = written.toUpperCase(Locale.ROOT).indexOf(bare);
        return List.of(new Found(mark, written.substring(at, at + bare.length())));
    }

    /** Marks whose shape alone speaks for them, in any text. Only in running text: as written in capitals. */
    public static List<Found> clear(String written) {
        String upper = written.toUpperCase(Locale.ROOT).replace('*', '?').replace('_', '?');
        List<Found> found = new ArrayList<>();
        if (upper.length() != written.length()) {
            return found;
        }
        Matcher m = CLEAR.matcher(upper);
        while (m.find()) {
            String mark = compact(m.group());
            String text = written.substring(m.start(), m.end());
            boolean oneCase = text.equals(text.toUpperCase(Locale.ROOT)) || text.equals(text.toLowerCase(Locale.ROOT));
            if (oneCase && mark.chars().filter(c -> c != '?').count() >= 3) {
                found.add(new Found(mark, written.substring(m.start(), m.end())));
            }
        }
        return found;
    }

    /** Half a mark in a text about a vehicle, as written in capitals; none where there is any doubt that it is one. */
    public static List<Found> partial(String written) {
        Matcher m = PARTIAL.matcher(written);
        if (written.length() > LONGEST_BOX || !m.find()) {
            return List.of();
        }
        String text = m.group("cued") == null ? m.group("half") : m.group("cued");
        return List.of(new Found(compact(text), text));
    }

    private static String compact(String upper) {
        return upper.replace('*', '?').replace('_', '?').replaceAll("[\\s-]", "");
    }
}
