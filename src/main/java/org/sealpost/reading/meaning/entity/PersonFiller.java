package org.sealpost.reading.meaning.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sealpost.reading.meaning.layout.Span;
import org.sealpost.reading.meaning.value.Ages;
import org.sealpost.reading.meaning.value.Dates;
import org.sealpost.reading.meaning.value.Emails;
import org.sealpost.reading.meaning.value.OnlineIdentities;
import org.sealpost.reading.meaning.value.PersonNames;
import org.sealpost.reading.meaning.value.Postcodes;
import org.sealpost.reading.meaning.value.Telephones;
import org.sealpost.reading.meaning.vocabulary.Attribute;

/** Puts answers about a person where they belong. What is no value of its kind goes to the description, as written. */
final class PersonFiller {
    private static final Pattern BORN =
            Pattern.compile("(?i)[\\s,(;-]*\\b(?:d\\.?o\\.?b\\.?|date of birth|born(?: on)?)\\b\\s*[:.-]?\\s*$");
    private static final Pattern AGED = Pattern.compile(
            "(?i)[\\s,(;-]*\\b(?:aged?|approx(?:imately|\\.)?|about|circa|age approx)\\s*:?\\s*(\\d{1,2}(?:\\s*-\\s*\\d{1,2})?)\\b(?:\\s*(?:years? old|yrs?|years?))?\\)?");
    /** In a narrow cell. */
    private static final Pattern WRAPPED_DATE = Pattern.compile("(?<=\\d[/.-]?)\\n(?=[/.-]?\\d)");

    /** "(real name not known)" behind a nickname is no part of it. */
    private static final Pattern REMARK = Pattern.compile("\\((?=[^()]*\\s)[^()]*\\)");

    /** An age that slipped into a box for nicknames, as where the columns of a picture run together. */
    private static final Pattern AGE_ALONE = Pattern.compile(
            "(?i)(?:aged?|about|approx\\.?)\\s*\\d{1,2}|\\d{1,2}\\s*(?:-|\u2013|to)\\s*\\d{1,2}(?:\\s*(?:yrs?|years?))?|\\d{1,2}\\s*(?:yrs?|years?)(?: old)?");

    private static final Pattern CARE = Pattern.compile("(?i)^(?:c/o|care of)\\b.*");

    private final Expertise expertise;
    private final Dates dates;

    PersonFiller(Expertise expertise, Dates dates) {
        this.expertise = expertise;
        this.dates = dates;
    }

    void fill(Entity person, Attribute attribute, String label, Span span, double certainty) {
        Value written = Value.of(span.text().strip(), span, certainty);
        switch (attribute) {
            case NAME -> name(person, span, certainty);
            case SURNAME -> surname(person, span, certainty);
            case FORENAME -> forename(person, span, certainty);
            case MIDDLE_NAME -> names(person, "middleName", span, certainty);
            case ALIAS -> alias(person, span, certainty);
            case DATE_OF_BIRTH, AGE -> birth(person, attribute, label, span, certainty);
            case GENDER -> person.set("gender", written);
            case ETHNICITY -> person.set("ethnicity", written);
            case DESCRIPTION -> person.append("personDescription", "; ", oneLine(span, certainty));
            case HEIGHT, BUILD, HAIR, EYES, CLOTHING -> describe(person, label, span, certainty);
            case OCCUPATION, EMPLOYER, SCHOOL -> person.append("occupation", "; ", oneLine(span, certainty));
            case ORGANISATION -> person.set("organisation", oneLine(span, certainty));
            case JOB_TITLE -> person.set("jobTitle", oneLine(span, certainty));
            case ADDRESS -> address(person, span, certainty);
            case POSTCODE -> postcode(person, label, span, certainty);
            case TELEPHONE, EMAIL, CONTACT -> contact(person, attribute, label, span, certainty);
            case ONLINE_IDENTITY -> online(person, label, span, certainty);
            default -> describe(person, label, span, certainty);
        }
    }

    private static Value oneLine(Span span, double certainty) {
        return Value.of(span.text().strip().replaceAll("\\s*\\n\\s*", ", ").replaceAll("\\s+", " "), span, certainty);
    }

    private static void describe(Entity person, String label, Span span, double certainty) {
        String heading = label.isBlank() ? "" : label.strip().replaceAll("[\\s:]+$", "") + ": ";
        Value value = oneLine(span, certainty);
        person.append(
                "personDescription", "; ", new Value(heading + value.text(), value.evidence(), value.confidence()));
    }

    // --- names

    private void name(Entity person, Span span, double certainty) {
        String text = span.text().strip();
        for (String email : Emails.all(text)) {
            addEmail(person, email, span, certainty);
            text = text.replace(email, " ");
        }
        for (Telephones.Found t : Telephones.all(text)) {
            addTelephone(person, t, span, certainty);
            text = text.replaceFirst(
                    "(?i)(?:(?:tel|mob(?:ile)?|phone|t|m)\\b[.:]?\\s*)?" + Pattern.quote(t.number()), " ");
        }
        Optional<Dates.Found> born = dates.first(text);
        if (born.isPresent()) {
            person.set(
                    "dateOfBirth",
                    Value.of(
                            born.get().date().toString(),
                            span.withText(born.get().text()),
                            certainty * 0.9));
            text = BORN.matcher(text.substring(0, born.get().from())).replaceFirst("") + " "
                    + text.substring(born.get().to());
        }
        Matcher aged = AGED.matcher(text);
        if (aged.find()) {
            Ages.parse(aged.group(1))
                    .ifPresent(a -> age(person, a, span.withText(aged.group().strip()), certainty * 0.9));
            text = text.substring(0, aged.start()) + " " + text.substring(aged.end());
        }
        text = text.replaceAll("\\(\\s*\\)", " ")
                .replaceAll("[\\s,;:/-]+$|^[\\s,;:/-]+", "")
                .replaceAll("\\s+", " ");
        if (text.isEmpty() || expertise.answers().isNone(text)) {
            return;
        }
        PersonNames.Name name = PersonNames.parse(jobBehindName(person, text, span, certainty));
        if (name == null || name.name().isEmpty()) {
            person.append("personDescription", "; ", oneLine(span, certainty));
        }
        if (name != null) {
            setName(person, name, span, certainty);
        }
    }

    /** "Jane Ashe, Social Worker": only where the second part is a job beyond doubt. */
    private String jobBehindName(Entity person, String text, Span span, double certainty) {
        String[] parts = text.split("\\s*(?:,|\\s-\\s|\\s\u2013\\s)\\s*", -1);
        if (parts.length < 2 || parts.length > 3 || !parts[0].contains(" ")) {
            return text;
        }
        String last = parts[1].toLowerCase(Locale.ROOT);
        boolean job = Arrays.stream(last.split("\\s+", -1))
                .anyMatch(w -> expertise.vocabulary().jobWords().contains(w));
        if (!job) {
            return text;
        }
        person.set("jobTitle", Value.of(parts[1], span.withText(parts[1]), certainty * 0.8));
        if (parts.length == 3) {
            person.set("organisation", Value.of(parts[2], span.withText(parts[2]), certainty * 0.8));
        }
        return parts[0];
    }

    private static void setName(Entity person, PersonNames.Name name, Span span, double certainty) {
        Value whole = Value.of(name.name(), span, certainty);
        if (!name.name().isEmpty() && person.set("name", whole)) {
            double parts = certainty * 0.9;
            if (!name.given().isEmpty() && name.surname() != null) {
                name.given().forEach(g -> person.add("givenName", Value.of(g, span, parts)));
                name.middle().forEach(m -> person.add("middleName", Value.of(m, span, parts)));
                person.set("surname", Value.of(name.surname(), span, parts));
            }
        }
        name.aliases().forEach(a -> person.add("alias", Value.of(a, span.withText(a), certainty)));
    }

    private void surname(Entity person, Span span, double certainty) {
        String text = span.text().strip();
        if (text.contains(",")) {
            name(person, span, certainty);
        } else if (text.matches("[\\p{L}\\p{M}' \u2019.-]{1,80}")) {
            person.replace("surname", List.of(Value.of(PersonNames.humane(text), span, certainty)));
        } else {
            describe(person, "Surname", span, certainty);
        }
    }

    private static void forename(Entity person, Span span, double certainty) {
        names(person, "givenName", span, certainty);
    }

    private static void names(Entity person, String attribute, Span span, double certainty) {
        String text = span.text().strip();
        PersonNames.Name name = PersonNames.parse(text.replace(",", " "));
        if (name == null) {
            describe(person, attribute.equals("givenName") ? "Forename" : "Middle name", span, certainty);
            return;
        }
        List<String> words =
                name.name().isEmpty() ? List.of() : List.of(name.name().split(" ", -1));
        for (int i = 0; i < words.size(); i++) {
            String where = i > 0 && attribute.equals("givenName") ? "middleName" : attribute;
            person.add(where, Value.of(words.get(i), span, certainty));
        }
        name.aliases().forEach(a -> person.add("alias", Value.of(a, span.withText(a), certainty)));
    }

    private void alias(Entity person, Span span, double certainty) {
        String text = REMARK.matcher(span.text()).replaceAll(" ");
        for (String part : text.split("[\\n;,/]+|\\s+(?:and|&|or)\\s+", -1)) {
            String alias =
                    part.replaceAll("^[\\s\"\u201c\u201d'\u2018\u2019(]+|[\\s\"\u201c\u201d'\u2018\u2019).]+$", "");
            if (AGE_ALONE.matcher(alias).matches()) {
                birth(person, Attribute.AGE, "", span.withText(alias), certainty * 0.8);
            } else if (!expertise.answers().isNone(alias)) {
                person.add("alias", Value.of(alias, span.withText(alias), certainty));
            }
        }
    }

    /** The whole name of its parts, where the form asked for the parts only. */
    static void complete(Entity person) {
        if (!person.type.equals("person") || person.get("name") != null) {
            return;
        }
        List<Value> parts = new ArrayList<>(person.all("givenName"));
        parts.addAll(person.all("middleName"));
        parts.addAll(person.all("surname"));
        if (!parts.isEmpty()) {
            Value whole = parts.stream()
                    .reduce((a, b) -> a.and(a.text() + " " + b.text(), b))
                    .orElseThrow();
            person.set("name", whole);
        }
    }

    // --- birth and age

    private void birth(Entity person, Attribute asked, String label, Span span, double certainty) {
        String text = WRAPPED_DATE.matcher(span.text().strip()).replaceAll("");
        Optional<Dates.Found> date = dates.first(text);
        if (date.isPresent()) {
            person.set(
                    "dateOfBirth",
                    Value.of(date.get().date().toString(), span.part(date.get().text()), certainty));
            text = (text.substring(0, date.get().from()) + " "
                            + text.substring(date.get().to()))
                    .strip();
            Optional<Ages.Age> age = text.matches("(?is).*(?:age|approx|about|yrs|years|\\d{2}).*")
                    ? Ages.parse(text)
                    : Optional.empty();
            age.ifPresent(a -> age(person, a, span, certainty * 0.8));
            return;
        }
        boolean dateLike = text.matches("(?s).*\\d[/.-]\\d+[/.-]\\d.*|(?s).*\\d{4}.*");
        Optional<Ages.Age> age = dateLike ? Optional.empty() : Ages.parse(text);
        if (age.isPresent()) {
            age(person, age.get(), span, asked == Attribute.AGE ? certainty : certainty * 0.9);
        } else {
            describe(person, label, span, certainty);
        }
    }

    private static void age(Entity person, Ages.Age age, Span span, double certainty) {
        Integer from = age.from();
        Integer to = age.to();
        if (from != null) {
            person.set("approximateAgeFrom", Value.of(from, span, certainty));
        }
        if (to != null) {
            person.set("approximateAgeTo", Value.of(to, span, certainty));
        }
    }

    // --- where and how to reach

    private static void address(Entity person, Span span, double certainty) {
        LocationFiller.address(person.one("address", "location"), span, certainty);
    }

    private static void postcode(Entity person, String label, Span span, double certainty) {
        Optional<Postcodes.Found> postcode = Postcodes.first(span.text());
        if (postcode.isPresent()) {
            Value value = Value.of(
                    postcode.get().postcode(), span.withText(postcode.get().text()), certainty);
            person.one("address", "location").replace("postcode", List.of(value));
        } else {
            person.one("address", "location")
                    .append(
                            "locationDescription",
                            "; ",
                            Value.of(label + ": " + span.text().strip(), span, certainty));
        }
    }

    private void contact(Entity person, Attribute asked, String label, Span span, double certainty) {
        String text = span.text();
        List<String> emails = Emails.all(text);
        List<Telephones.Found> numbers = Telephones.all(text);
        emails.forEach(e -> addEmail(person, e, span, certainty));
        numbers.forEach(n -> addTelephone(person, n, span, certainty));
        if (!emails.isEmpty() || !numbers.isEmpty()) {
            return;
        }
        String bare = text.strip();
        if (asked == Attribute.TELEPHONE && bare.matches("(?s).*\\d{3}.*") && bare.length() <= 60) {
            Entity telephone = new Entity("telephone");
            telephone.set("number", Value.of(bare, span, certainty * 0.7));
            person.relate("telephone", telephone);
        } else if (asked == Attribute.EMAIL && bare.contains("@") && !bare.contains(" ")) {
            Entity email = new Entity("email");
            email.set("address", Value.of(bare, span, certainty * 0.7));
            person.relate("email", email);
        } else if (asked == Attribute.CONTACT && CARE.matcher(bare).matches()) {
            address(person, span, certainty);
        } else {
            describe(person, label, span, certainty);
        }
    }

    static void addTelephone(Entity person, Telephones.Found found, Span span, double certainty) {
        if (person.related("telephone").stream().anyMatch(t -> t.says("e164", found.e164()))) {
            return;
        }
        Entity telephone = new Entity("telephone");
        telephone.set("number", Value.of(found.number(), span.withText(found.number()), certainty));
        telephone.set("e164", Value.of(found.e164(), span.withText(found.number()), certainty));
        person.relate("telephone", telephone);
    }

    static void addEmail(Entity person, String address, Span span, double certainty) {
        if (person.related("email").stream().anyMatch(e -> e.says("address", address))) {
            return;
        }
        Entity email = new Entity("email");
        email.set("address", Value.of(address, span.withText(address), certainty));
        person.relate("email", email);
    }

    private void online(Entity person, String label, Span span, double certainty) {
        List<OnlineIdentities.Found> found =
                expertise.online().ofBox(span.text(), expertise.online().service(label));
        if (found.isEmpty()) {
            describe(person, label, span, certainty);
        }
        for (OnlineIdentities.Found f : found) {
            Entity identity = new Entity("onlineIdentity");
            if (f.service() != null) {
                identity.set("service", Value.of(f.service(), span, certainty));
            }
            identity.set("username", Value.of(f.username(), span.withText(f.text()), certainty));
            person.relate("onlineIdentity", identity);
        }
    }
}
