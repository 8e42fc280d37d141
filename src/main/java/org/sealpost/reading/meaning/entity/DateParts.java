package org.sealpost.reading.meaning.entity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sealpost.reading.meaning.label.Meaning;
import org.sealpost.reading.meaning.layout.Mark;
import org.sealpost.reading.meaning.layout.Span;
import org.sealpost.reading.meaning.vocabulary.Attribute;

/** A date of birth asked for in three boxes: day, month, year. What does not become one is passed on. For one thread. */
final class DateParts {
    /** What the three boxes ask for together. */
    static final Meaning BIRTH = new Meaning(null, List.of(Attribute.DATE_OF_BIRTH), 0, 1);

    private static final Pattern DAY = Pattern.compile("(?i)(?:.*\\W)?(?:day|dd|d)\\W*");
    private static final Pattern MONTH = Pattern.compile("(?i)(?:.*\\W)?(?:month|mm|m)\\W*");
    private static final Pattern YEAR = Pattern.compile("(?i)(?:.*\\W)?(?:year|yyyy|yy|y)\\W*");
    private static final Pattern TWO_FIGURES = Pattern.compile("\\s*\\d{1,2}\\s*");
    private static final Pattern FOUR_FIGURES = Pattern.compile("\\s*(?:19|20)\\d{2}\\s*");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final List<Mark.Answer> held = new ArrayList<>();
    /** True where "Date of birth" stood right above. */
    private boolean awaited;

    /** Three boxes together, in their order. */
    record Birth(LocalDate date, List<Span> evidence) {}

    /** A heading, or a line with nothing behind it. */
    void heard(Meaning heading) {
        awaited = heading.attributes().contains(Attribute.DATE_OF_BIRTH);
    }

    /** What is no part of a date after all, in its order: such as the answer itself. Ask {@link #whole()} then. */
    List<Mark.Answer> passed(Mark.Answer answer) {
        if (takes(answer)) {
            return List.of();
        }
        List<Mark.Answer> passed = new ArrayList<>(givenBack());
        if (!takes(answer)) {
            passed.add(answer);
            heard(answer.value().text().isBlank() ? answer.meaning() : Meaning.NONE);
        }
        return passed;
    }

    private boolean takes(Mark.Answer answer) {
        boolean part =
                switch (held.size()) {
                    case 0 ->
                        asksForBirth(answer)
                                && TWO_FIGURES.matcher(text(answer)).matches();
                    case 1 -> MONTH.matcher(answer.label()).matches() && month(text(answer)) > 0;
                    case 2 ->
                        YEAR.matcher(answer.label()).matches()
                                && FOUR_FIGURES.matcher(text(answer)).matches();
                    default -> false;
                };
        if (part) {
            held.add(answer);
        }
        return part;
    }

    private boolean asksForBirth(Mark.Answer answer) {
        return answer.meaning().attributes().contains(Attribute.DATE_OF_BIRTH)
                || awaited && DAY.matcher(answer.label()).matches();
    }

    /** The date, where its last part has been taken. */
    Optional<Birth> whole() {
        if (held.size() < 3) {
            return Optional.empty();
        }
        List<Span> parts = held.stream().map(Mark.Answer::value).toList();
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(parts.get(2).text().strip()),
                    month(parts.get(1).text()),
                    Integer.parseInt(parts.get(0).text().strip()));
            held.clear();
            return Optional.of(new Birth(date, parts));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What was taken and became no date; it is held no longer. */
    List<Mark.Answer> givenBack() {
        List<Mark.Answer> back = List.copyOf(held);
        held.clear();
        return back;
    }

    private static String text(Mark.Answer answer) {
        return answer.value().text();
    }

    /** From 1; 0 where it is none. */
    private static int month(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (TWO_FIGURES.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            return number <= 12 ? number : 0;
        }
        int at = text.length() < 3 ? -1 : MONTHS.indexOf(text.substring(0, 3));
        return at % 3 == 0 ? at / 3 + 1 : 0;
    }
}
