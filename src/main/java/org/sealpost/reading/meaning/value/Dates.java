package org.sealpost.reading.meaning.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as written in Britain: day first, two-digit years, months in words. A date that does not exist, and a month
 * first, is no date: nothing is guessed.
 */
public final class Dates {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\d/.-])(\\d{1,2})\\s?[/.\\- ]\\s?(\\d{1,2})\\s?[/.\\- ]\\s?(\\d{4}|\\d{2})(?![\\d/])");
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern PACKED = Pattern.compile("^(\\d{2})(\\d{2})(\\d{4})$");
    private static final Pattern WORDS = Pattern.compile(
            "(?i)(?<!\\d)(\\d{1,2})\\s*(?:st|nd|rd|th)?\\s*(?:of\\s+)?[-/ ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[.,]?[-/ ]*(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern TIME = Pattern.compile(
            "(?i)(?<![\\d/.:])(?:([01]?\\d|2[0-3])[:.]([0-5]\\d)\\s*(am|pm)?|([01]\\d|2[0-3])([0-5]\\d)\\s*(?:hrs|hours|h)|(1[0-2]|0?[1-9])\\s*(am|pm))(?![\\d/])");

    private final int thisYear;

    /** @param today decides what a two-digit year means: never a year after this one */
    public Dates(LocalDate today) {
        thisYear = today.getYear();
    }

    /** A date and the text that says it. */
    public record Found(LocalDate date, String text, int from, int to) {}

    public Optional<Found> first(String text) {
        return all(text).stream().findFirst();
    }

    /** All dates in the text, in its order. */
    public List<Found> all(String text) {
        List<Found> found = new ArrayList<>();
        find(ISO, text, found, m -> date(m.group(3), m.group(2), m.group(1)));
        find(WORDS, text, found, m -> date(m.group(1), month(m.group(2)), m.group(3)));
        find(NUMBERS, text, found, m -> date(m.group(1), m.group(2), m.group(3)));
        find(PACKED, text, found, m -> date(m.group(1), m.group(2), m.group(3)));
        found.sort((a, b) -> Integer.compare(a.from(), b.from()));
        return found;
    }

    /** The first time of day in the text. */
    public Optional<LocalTime> time(String text) {
        Matcher m = TIME.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        int hour;
        int minute = 0;
        String half = null;
        if (m.group(1) != null) {
            hour = Integer.parseInt(m.group(1));
            minute = Integer.parseInt(m.group(2));
            half = m.group(3);
        } else if (m.group(4) != null) {
            hour = Integer.parseInt(m.group(4));
            minute = Integer.parseInt(m.group(5));
        } else {
            hour = Integer.parseInt(m.group(6));
            half = m.group(7);
        }
        if (half != null && hour <= 12) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
        }
        return Optional.of(LocalTime.of(hour, minute));
    }

    private interface Reader {
        Optional<LocalDate> read(Matcher matcher);
    }

    private static void find(Pattern pattern, String text, List<Found> found, Reader reader) {
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            int from = m.start();
            int to = m.end();
            boolean overlaps = found.stream().anyMatch(f -> from < f.to() && f.from() < to);
            if (!overlaps) {
                reader.read(m).ifPresent(date -> found.add(new Found(date, text.substring(from, to), from, to)));
            }
        }
    }

    private static String month(String word) {
        return String.valueOf(MONTHS.indexOf(word.toLowerCase(Locale.ROOT)) / 3 + 1);
    }

    private Optional<LocalDate> date(String day, String month, String year) {
        try {
            return Optional.of(LocalDate.of(year(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int year(String written) {
        int year = Integer.parseInt(written);
        if (written.length() == 2) {
            int century = thisYear / 100 * 100;
            year += century + year > thisYear ? century - 100 : century;
        }
        if (year < 1880 || year > thisYear + 1) {
            throw new DateTimeException("not a year of this file's people");
        }
        return year;
    }
}
