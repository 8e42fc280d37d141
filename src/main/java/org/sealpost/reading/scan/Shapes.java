package org.sealpost.reading.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts right what recognition confuses (O and 0, I and 1, Z and 2) where the shape of the thing allows one reading only: in
 * numbers, in dates, in the second half of a postcode, which is a figure and two letters, and in e-mail addresses, which have
 * no bar. Nothing else is touched.
 */
final class Shapes {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9OoIl()]{4,}[.,;]?");
    private static final Pattern DATE =
            Pattern.compile("[0-9OoIl]{1,2}[/.-][0-9OoIl]{1,2}[/.-](?:[0-9OoIl]{4}|[0-9OoIl]{2})[.,;]?");
    private static final Pattern OUTWARD = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?");
    private static final Pattern INWARD = Pattern.compile("([0-9OQIlSBZ])([A-Z0-9])([A-Z0-9])([.,;]?)");
    private static final String LETTERS_OF_POSTCODES = "ABDEFGHJLNPQRSTUWXYZ";
    /** Two letters that were both read as figures are only changed where recognition was in doubt, too. */
    private static final double IN_DOUBT = 0.92;

    private Shapes() {}

    static List<Recognised> corrected(List<Recognised> line) {
        List<Recognised> corrected = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Recognised word = line.get(i);
            String text = word.text();
            if (i > 0 && OUTWARD.matcher(line.get(i - 1).text()).matches()) {
                text = inward(text, word.certainty());
            }
            if (NUMBER.matcher(text).matches() && mostlyDigits(text)
                    || DATE.matcher(text).matches()) {
                text = text.replaceAll("[Oo]", "0").replaceAll("[Il]", "1");
            }
            if (text.contains("@")) {
                text = text.replace('|', 'l');
            }
            corrected.add(word.withText(text));
        }
        return corrected;
    }

    private static boolean mostlyDigits(String text) {
        return text.chars().filter(Character::isDigit).count() * 5 >= text.length() * 3L;
    }

    private static String inward(String text, double certainty) {
        Matcher m = INWARD.matcher(text);
        if (!m.matches()) {
            return text;
        }
        boolean bothFigures = Character.isDigit(m.group(2).charAt(0))
                && Character.isDigit(m.group(3).charAt(0));
        String second = letter(m.group(2));
        String third = letter(m.group(3));
        boolean fits = LETTERS_OF_POSTCODES.contains(second) && LETTERS_OF_POSTCODES.contains(third);
        boolean firstIsFigure = Character.isDigit(m.group(1).charAt(0));
        boolean letterTurned = !second.equals(m.group(2)) || !third.equals(m.group(3));
        if (!fits || bothFigures && certainty > IN_DOUBT || !firstIsFigure && letterTurned) {
            return text;
        }
        return figure(m.group(1)) + second + third + m.group(4);
    }

    private static String figure(String read) {
        return switch (read) {
            case "O", "Q" -> "0";
            case "I", "l" -> "1";
            case "S" -> "5";
            case "B" -> "8";
            case "Z" -> "2";
            default -> read;
        };
    }

    private static String letter(String read) {
        return switch (read) {
            case "2" -> "Z";
            case "5" -> "S";
            case "8" -> "B";
            default -> read;
        };
    }
}
