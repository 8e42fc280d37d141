package org.sealpost.reading.corpus;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Makes up people, vehicles and places as far as a form asks for them. */
final class Inventor {
    private static final Words WORDS = Words.PEOPLE;
    private final Chance chance;

    Inventor(Chance chance) {
        this.chance = chance;
    }

    Invented invent(Role role, List<String> asks) {
        return switch (role) {
            case SUBMITTER -> submitter(asks);
            case CHILD -> child(asks);
            case SUSPECT -> suspect(asks);
            case VEHICLE -> vehicle(asks);
            case LOCATION -> location(asks);
            case INCIDENT -> incident(asks);
        };
    }

    /** Forename and surname of somebody who stands nowhere else. */
    String somebody() {
        return chance.one(WORDS.list("forenames")) + " " + chance.one(WORDS.list("surnames"));
    }

    String none() {
        return chance.one(WORDS.list("none"));
    }

    private Invented submitter(List<String> asks) {
        Invented person = new Invented();
        String given = chance.one(WORDS.list("forenames"));
        String surname = chance.one(WORDS.list("surnames"));
        name(person, asks, given, surname, 20);
        String organisation = chance.one(WORDS.list("organisations"));
        String job = chance.one(WORDS.list("jobs"));
        if (asks.contains("organisation-and-role")) {
            job = job.replace("Deputy Head, Inclusion", "Deputy Head");
            person.write("organisation-and-role", organisation + chance.one(", ", " / ", " - ") + job);
        }
        person.fact("organisation", organisation).write("organisation", organisation);
        if (asks.contains("job-title") || asks.contains("organisation-and-role")) {
            person.fact("jobTitle", job).write("job-title", job);
        }
        telephone(person, asks, Written.landline(chance), 92);
        String mail = plain(given).charAt(0) + "." + plain(surname) + "@"
                + plain(organisation.split(" ", 2)[0]) + ".example";
        person.fact("email", mail).write("email", mail);
        return person.write("report-date", Written.today(chance));
    }

    private Invented child(List<String> asks) {
        Invented person = new Invented();
        name(person, asks, chance.one(WORDS.list("forenames")), chance.one(WORDS.list("surnames")), 15);
        if (asks.contains("alias") && chance.percent(25)) {
            alias(person);
        }
        if (asks.contains("birth") && chance.percent(90)) {
            born(person, "birth", Written.birth(chance, 9, 17));
        }
        if (asks.contains("address") && chance.percent(80)) {
            address(person, true);
        }
        telephone(person, asks, Written.mobile(chance), 40);
        return person.write("school", chance.one(WORDS.list("schools")))
                .write("ethnicity", chance.one(WORDS.list("ethnicities")))
                .write("looked-after", chance.one(WORDS.list("yes-no")))
                .write("parent", somebody());
    }

    private Invented suspect(List<String> asks) {
        Invented person = new Invented();
        String nickname = chance.one(WORDS.list("nicknames"));
        boolean known = chance.percent(78);
        if (known) {
            name(person, asks, chance.one(WORDS.list("forenames")), chance.one(WORDS.list("surnames")), 30);
        } else if (asks.contains("alias") || asks.contains("surname")) {
            String none = none();
            person.write("name", none).write("surname", none).write("forenames", none);
        } else {
            person.write("name", nickname).fact("name", nickname);
        }
        if (asks.contains("alias")
                && (!known || chance.percent(60))
                && !person.facts().containsKey("alias")) {
            alias(person);
        }
        if (asks.contains("birth") && chance.percent(70)) {
            born(person, "birth", Written.birth(chance, 17, 60));
        }
        if (asks.contains("age") && chance.percent(85)) {
            aged(person, "age");
        }
        if (asks.contains("birth-or-age") && chance.percent(85)) {
            if (chance.percent(60)) {
                born(person, "birth-or-age", Written.birth(chance, 17, 60));
            } else {
                aged(person, "birth-or-age");
            }
        }
        if (asks.contains("address") && chance.percent(65)) {
            address(person, chance.percent(75));
        }
        telephone(person, asks, Written.mobile(chance), 65);
        if (asks.contains("description") && chance.percent(80)) {
            String description = chance.one(WORDS.list("descriptions"));
            person.write("description", description).fact("personDescription", description);
        }
        if (chance.percent(40)) {
            person.write("social-media", chance.one(WORDS.list("social")));
        }
        return person.write("relationship", chance.one(WORDS.list("relationships")));
    }

    private void name(Invented person, List<String> asks, String given, String surname, int oddly) {
        String upper = surname.toUpperCase(Locale.ROOT);
        String middle =
                asks.contains("middle-name") && chance.percent(50) ? chance.one("James", "Anne", "Ifan", "Maria") : "";
        String written = given + " " + surname;
        if (chance.percent(oddly)) {
            written = switch (chance.between(0, 4)) {
                case 0, 1 -> upper + ", " + given;
                case 2 -> given + " " + upper;
                case 3 -> surname + ", " + given;
                default -> written;
            };
        }
        if (asks.contains("alias") && asks.contains("name") && chance.percent(4)) {
            String nickname = chance.one(WORDS.list("nicknames"));
            written = given + " \"" + nickname + "\" " + surname;
            person.fact("alias", nickname);
        }
        person.write("name", written).write("forenames", given).write("middle-name", middle);
        person.write("surname", chance.percent(30) ? upper : surname);
        person.fact("name", (given + " " + middle + " " + surname).replace("  ", " "));
    }

    private void alias(Invented person) {
        String first = chance.one(WORDS.list("nicknames"));
        person.fact("alias", first);
        String second = chance.one(WORDS.list("nicknames"));
        if (chance.percent(15) && !second.equals(first)) {
            person.fact("alias", second);
            first += chance.one(", ", " / ", " or ") + second;
        }
        person.write("alias", first);
    }

    private static void born(Invented person, String ask, Written.Both date) {
        person.write(ask, date.written()).fact("dateOfBirth", date.fact());
    }

    private void aged(Invented person, String ask) {
        Written.Both age = Written.age(chance);
        person.write(ask, age.written()).fact("approximateAge", age.fact());
    }

    private void telephone(Invented person, List<String> asks, Written.Both first, int percent) {
        if (!asks.contains("telephone") || !chance.percent(percent)) {
            return;
        }
        String written = first.written();
        person.fact("telephone", first.fact());
        if (chance.percent(10)) {
            Written.Both second = Written.mobile(chance);
            person.fact("telephone", second.fact());
            written += chance.one(" / ", ", ", " or ") + second.written();
        }
        person.write("telephone", written);
    }

    private void address(Invented somebody, boolean withPostcode) {
        List<String> town = chance.one(WORDS.lists("towns"));
        String street = chance.one("", "", "Flat %d, ".formatted(chance.between(1, 30))) + chance.between(1, 180) + " "
                + chance.one(WORDS.list("streets"));
        String postcode = town.get(1) + " " + chance.between(0, 9) + "ZZ";
        String address = street + ", " + town.get(0);
        if (withPostcode) {
            String shown = chance.percent(15) ? postcode.replace(" ", "") : postcode;
            address += chance.one(", ", ", ", " ") + shown;
            somebody.fact("postcode", postcode);
        }
        somebody.write("address", address).fact("address", address);
    }

    private Invented vehicle(List<String> asks) {
        Invented vehicle = new Invented();
        List<String> car = chance.one(WORDS.lists("cars"));
        boolean marked = chance.percent(85);
        if (marked) {
            Written.Both mark = Written.mark(chance);
            vehicle.write("mark", mark.written()).fact("registrationMark", mark.fact());
        } else {
            vehicle.write("mark", none());
        }
        boolean model = chance.percent(75);
        if (!marked || chance.percent(85)) {
            vehicle.write("make", car.get(0)).fact("make", car.get(0));
            vehicle.write("make-model", car.get(0));
            if (model) {
                vehicle.write("model", car.get(1)).fact("model", car.get(1));
                vehicle.write("make-model", car.get(0) + chance.one(" ", " ", " ", "/", " / ") + car.get(1));
            }
        }
        if (chance.percent(80)) {
            String colour = chance.one(WORDS.list("colours"));
            vehicle.write("colour", colour).fact("colour", colour);
        }
        return asks.contains("marks") && chance.percent(40)
                ? vehicle.write("marks", chance.one(WORDS.list("marks")))
                : vehicle;
    }

    private Invented location(List<String> asks) {
        Invented location = new Invented();
        boolean own = asks.contains("postcode");
        if (chance.percent(50)) {
            address(location, !own && chance.percent(60));
        } else {
            String place = chance.one(WORDS.list("places")) + ", "
                    + chance.one(WORDS.lists("towns")).get(0);
            location.write("address", place).fact("address", place);
        }
        if (own && chance.percent(60)) {
            String postcode = chance.one(WORDS.lists("towns")).get(1) + " " + chance.between(0, 9) + "ZZ";
            location.write("postcode", postcode).fact("postcode", postcode);
        }
        return location;
    }

    private Invented incident(List<String> asks) {
        Invented incident = new Invented();
        for (String ask : asks) {
            switch (ask) {
                case "when" -> incident.write(ask, chance.one(WORDS.list("whens")));
                case "frequency" -> incident.write(ask, chance.one(WORDS.list("frequencies")));
                case "told" -> incident.write(ask, chance.one(WORDS.list("told")));
                default -> throw new IllegalArgumentException(ask);
            }
        }
        return incident;
    }

    /** Letters that may stand in a mail address. */
    private static String plain(String name) {
        String bare = Normalizer.normalize(name.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD);
        return bare.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
