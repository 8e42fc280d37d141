package org.sealpost.reading.meaning.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ages as people guess them: "about 45", "25-30", "mid thirties" is left alone, "late 20s", "18+". */
public final class Ages {
    private static final Pattern RANGE =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s*(?:-|\u2013|\u2014|to|/|or|and)\\s*(\\d{1,2})(?!\\d)");
    private static final Pattern DECADE =
            Pattern.compile("(early|mid|late)?[\\s-]*(?:to[\\s-]*late[\\s-]*)?(\\d)0'?s\\b");
    private static final Pattern OVER =
            Pattern.compile("(?:over|above|older than|at least)\\s*(\\d{1,2})(?!\\d)|(?<!\\d)(\\d{1,2})\\s*\\+");
    private static final Pattern UNDER = Pattern.compile("(?:under|below|younger than|less than)\\s*(\\d{1,2})(?!\\d)");
    private static final Pattern ONE = Pattern.compile("(?<![\\d/.])(\\d{1,3})(?![\\d/]|\\.\\d)");

    private static final Pattern CIRCA = Pattern.compile("\\bc(?:a|irca)?\\.?\\s*(?=\\d)");

    private Ages() {}

    /**
     * @param from the least, null where only a most was said
     * @param to the most, null where only a least was said
     */
    public record Age(@Nullable Integer from, @Nullable Integer to) {}

    /** The age that a box for ages holds; empty where it says none. */
    public static Optional<Age> parse(String written) {
        String text = CIRCA.matcher(written.toLowerCase(Locale.ROOT).replace('\u2019', '\''))
                .replaceAll("");
        Matcher decade = DECADE.matcher(text);
        if (decade.find()) {
            int base = Integer.parseInt(decade.group(2)) * 10;
            String part = decade.group(1) == null ? "" : decade.group(1);
            return switch (part) {
                case "early" -> age(base, base + 3);
                case "mid" -> age(base + 4, base + 6);
                case "late" -> age(base + 7, base + 9);
                default -> age(base, base + 9);
            };
        }
        Matcher range = RANGE.matcher(text);
        if (range.find() && Integer.parseInt(range.group(1)) < Integer.parseInt(range.group(2))) {
            return age(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        }
        Matcher under = UNDER.matcher(text);
        if (under.find()) {
            return age(null, Integer.parseInt(under.group(1)) - 1);
        }
        Matcher over = OVER.matcher(text);
        if (over.find()) {
            String years = over.group(1) != null ? over.group(1) : over.group(2);
            return age(Integer.parseInt(years), null);
        }
        Matcher one = ONE.matcher(text);
        if (one.find() && Integer.parseInt(one.group(1)) <= 120 && !text.contains("year group")) {
            return age(Integer.parseInt(one.group(1)), Integer.parseInt(one.group(1)));
        }
        return Optional.empty();
    }

    private static Optional<Age> age(@Nullable Integer from, @Nullable Integer to) {
        return Optional.of(new Age(from, to));
    }
}
