package org.sealpost.reading.corpus;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The many ways in which people write down a date, an age, a telephone number, a registration mark. */
final class Written {
    private static final List<String> DATES = List.of(
            "dd/MM/yyyy",
            "dd/MM/yyyy",
            "dd/MM/yyyy",
            "d/M/yyyy",
            "dd.MM.yyyy",
            "dd-MM-yyyy",
            "d MMMM yyyy",
            "dd/MM/yy",
            "d MMM yyyy",
            "d MMM yy");

    private Written() {}

    /** What is written, and the fact that it says. */
    record Both(String written, String fact) {}

    static Both birth(Chance chance, int youngest, int oldest) {
        LocalDate date = LocalDate.of(2026, 3, 1).minusDays(chance.between(youngest * 365, oldest * 365));
        String written = date.format(DateTimeFormatter.ofPattern(chance.one(DATES), Locale.UK));
        if (chance.percent(8)) {
            written = ordinal(date.getDayOfMonth()) + date.format(DateTimeFormatter.ofPattern(" MMMM yyyy", Locale.UK));
        }
        return new Both(written, date.toString());
    }

    static String today(Chance chance) {
        return LocalDate.of(2026, 3, chance.between(1, 28))
                .format(DateTimeFormatter.ofPattern(chance.one("dd/MM/yyyy", "d MMMM yyyy"), Locale.UK));
    }

    private static String ordinal(int day) {
        String ending =
                day / 10 == 1 ? "th" : day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
        return day + ending;
    }

    static Both age(Chance chance) {
        int age = chance.between(17, 58);
        if (chance.percent(40)) {
            int to = age + chance.between(2, 8);
            return new Both(age + chance.one("-", " - ", " to ", "–") + to, age + "-" + to);
        }
        return new Both(
                chance.one(
                                "about %d",
                                "approx %d", "%d", "%d", "approx. %d", "around %d", "%d ish", "c. %d", "%d years")
                        .formatted(age),
                String.valueOf(age));
    }

    static Both mobile(Chance chance) {
        return number(chance, "07700", chance.between(900000, 900999));
    }

    static Both landline(Chance chance) {
        if (chance.percent(25)) {
            String rest = "7946 0%03d".formatted(chance.between(0, 999));
            return new Both("020 " + rest, "020 " + rest);
        }
        return number(chance, "01632", chance.between(960000, 960999));
    }

    private static Both number(Chance chance, String area, int rest) {
        String split = "%d %03d".formatted(rest / 1000, rest % 1000);
        String written =
                switch (chance.between(0, 9)) {
                    case 0 -> area + rest;
                    case 1 -> "+44 " + area.substring(1) + " " + rest;
                    case 2 -> area + " " + split;
                    case 3 -> "(" + area + ") " + rest;
                    case 4 -> "+44 (0)" + area.substring(1) + " " + rest;
                    default -> area + " " + rest;
                };
        return new Both(written, written);
    }

    static Both mark(Chance chance) {
        int kind = chance.between(0, 99);
        if (kind < 45) {
            return spaced(
                    chance,
                    chance.letters(2),
                    "%02d".formatted(chance.one(List.of(chance.between(2, 26), chance.between(51, 75)))),
                    chance.letters(3));
        } else if (kind < 55) {
            return plain(chance.letters(1) + chance.between(1, 999) + " " + chance.letters(3));
        } else if (kind < 61) {
            return plain(chance.letters(3) + " " + chance.between(1, 999) + chance.letters(1));
        } else if (kind < 66) {
            return plain(
                    chance.one("AZ", "DUI", "RXI", "YIJ").replaceAll("^AZ$", "AAZ") + " " + chance.between(1000, 9999));
        } else if (kind < 70) {
            return plain("Q" + chance.between(100, 999) + " " + chance.letters(3));
        } else if (kind < 73) {
            return plain(chance.between(101, 299) + " " + chance.one("D", "X") + " " + chance.between(101, 399));
        } else if (kind < 78) {
            return plain(chance.between(1, 999) + " " + chance.letters(chance.between(2, 3)));
        }
        return partial(chance);
    }

    private static Both spaced(Chance chance, String area, String year, String rest) {
        String plate = area + year + rest;
        return new Both(
                switch (chance.between(0, 7)) {
                    case 0, 1 -> plate;
                    case 2 -> (area + year + " " + rest).toLowerCase(Locale.ROOT);
                    default -> area + year + " " + rest;
                },
                plate);
    }

    private static Both plain(String written) {
        return new Both(written, written.replace(" ", ""));
    }

    private static Both partial(Chance chance) {
        String area = chance.letters(2);
        String year = String.valueOf(chance.between(51, 75));
        return switch (chance.between(0, 4)) {
            case 0 -> plain(area + "?? " + chance.letters(3));
            case 1 -> plain(area + year + " ???");
            case 2 -> plain(area + year.charAt(0) + "? " + chance.letters(3));
            case 3 -> plain(area + year);
            default -> plain(area + year + " " + chance.letters(1) + "??");
        };
    }
}
