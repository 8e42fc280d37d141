package org.sealpost.reading.meaning.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Several things in a box that asks for one. Where it is not beyond doubt that there are several, the box holds one. */
public final class Several {
    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*(?:\\n|;|\\s(?:and|a|ac)\\s|&)\\s*");
    private static final Pattern BETWEEN_VEHICLES = Pattern.compile("\\s*(?:\\n|;|\\s(?:and|also)\\s|&)\\s*");
    private static final Pattern BETWEEN_MARKS = Pattern.compile("\\s*(?:\\n|[;,]|\\sand\\s|&)\\s*");
    private static final Pattern COUNTED = Pattern.compile("^\\s*(?:\\(?\\d{1,2}[.):]|[-\u2022*])\\s*");
    private static final Pattern EITHER =
            Pattern.compile("(?i)\\b(?:or|either|possibly|maybe|perhaps|alternatively)\\b");
    private static final int LONGEST = 600;

    private Several() {}

    /** Whole names, each of one person: "Sam Poole and Kim Ash", one a line, numbered. */
    public static List<String> names(String text) {
        return each(text, BETWEEN_NAMES, Several::isWholeName);
    }

    /** Registration marks, each of one vehicle. */
    public static List<String> marks(String text) {
        List<Plates.Found> marks = Plates.clear(text);
        if (marks.isEmpty() || text.length() > LONGEST || EITHER.matcher(text).find()) {
            return List.of(text);
        }
        List<String> each = marks.stream().map(Plates.Found::text).distinct().toList();
        List<String> parts = Arrays.stream(BETWEEN_MARKS.split(text, -1))
                .filter(p -> !p.isBlank())
                .toList();
        boolean partial = parts.size() > each.size()
                && parts.stream().allMatch(p -> Plates.ofBox(p).size() == 1);
        return partial ? parts : each.size() > 1 ? each : List.of(text);
    }

    /** Vehicles with all that is said of each, each with its registration mark. */
    public static List<String> vehicles(String text) {
        return EITHER.matcher(text).find()
                ? List.of(text)
                : each(text, BETWEEN_VEHICLES, part -> Plates.clear(part).size() == 1);
    }

    private static List<String> each(String text, Pattern between, java.util.function.Predicate<String> isOne) {
        if (text.length() > LONGEST) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        for (String part : between.split(text, -1)) {
            String bare = COUNTED.matcher(part).replaceFirst("").strip();
            if (!bare.isEmpty()) {
                parts.add(bare);
            }
        }
        return parts.size() > 1 && parts.stream().allMatch(isOne) ? parts : List.of(text);
    }

    private static boolean isWholeName(String part) {
        String[] inverted = part.split("\\s*,\\s*", -1);
        return inverted.length == 2
                ? Arrays.stream(inverted).allMatch(p -> PersonNames.looksWhole(p + " X"))
                : PersonNames.looksWhole(part);
    }
}
