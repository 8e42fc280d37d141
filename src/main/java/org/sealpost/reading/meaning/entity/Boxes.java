package org.sealpost.reading.meaning.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sealpost.reading.meaning.layout.Span;
import org.sealpost.reading.meaning.value.Emails;
import org.sealpost.reading.meaning.value.Plates;
import org.sealpost.reading.meaning.value.Telephones;
import org.sealpost.reading.meaning.vocabulary.Attribute;
import org.sealpost.reading.meaning.vocabulary.Role;

/** Puts the content of one box into an entity, also where the box asks for several things at once. */
final class Boxes {
    private final Expertise expertise;
    private final PersonFiller persons;
    private final VehicleFiller vehicles;

    Boxes(Expertise expertise, PersonFiller persons, VehicleFiller vehicles) {
        this.expertise = expertise;
        this.persons = persons;
        this.vehicles = vehicles;
    }

    void put(Entity entity, Role role, List<Attribute> attributes, String label, Span span, double certainty) {
        List<Attribute> asked = attributes.stream()
                .filter(a -> fits(role, a))
                .map(a -> ofWhom(role, a))
                .distinct()
                .toList();
        if (asked.size() <= 1) {
            one(entity, asked.isEmpty() ? ofWhom(role, attributes.get(0)) : asked.get(0), label, span, certainty);
        } else if (role == Role.VEHICLE) {
            vehicle(entity, asked, label, span, certainty);
        } else if (role == Role.LOCATION) {
            one(entity, place(asked), label, span, certainty);
        } else {
            person(entity, asked, label, span, certainty);
        }
    }

    /** "Address / area / landmark" asks for an address, whatever comes first. */
    private static Attribute place(List<Attribute> asked) {
        return Stream.of(Attribute.ADDRESS, Attribute.LOCATION)
                .filter(asked::contains)
                .findFirst()
                .orElse(asked.get(0));
    }

    /** Who fills in a form for work is asked for an employer, and the others for what they do. */
    private static Attribute ofWhom(Role role, Attribute attribute) {
        return switch (attribute) {
            case EMPLOYER -> role == Role.SUBMITTER ? Attribute.ORGANISATION : Attribute.OCCUPATION;
            case OCCUPATION -> role == Role.SUBMITTER ? Attribute.JOB_TITLE : Attribute.OCCUPATION;
            default -> attribute;
        };
    }

    private static boolean fits(Role role, Attribute attribute) {
        return switch (role) {
            case VEHICLE -> attribute.ofVehicle();
            case LOCATION -> !attribute.ofVehicle();
            default -> attribute.ofPerson();
        };
    }

    private void one(Entity entity, Attribute attribute, String label, Span span, double certainty) {
        switch (entity.type) {
            case "vehicle" -> vehicles.fill(entity, attribute, label, span, certainty);
            case "location" -> LocationFiller.fill(entity, attribute, label, span, certainty);
            default -> persons.fill(entity, attribute, label, span, certainty);
        }
    }

    private void vehicle(Entity vehicle, List<Attribute> asked, String label, Span span, double certainty) {
        boolean makeAndModel =
                asked.stream().allMatch(a -> a == Attribute.MAKE || a == Attribute.MODEL || a == Attribute.COLOUR);
        boolean onlyMark = asked.get(0) == Attribute.REGISTRATION_MARK
                && !Plates.ofBox(span.unwrapped()).isEmpty()
                && span.unwrapped().length() <= 12;
        if (onlyMark) {
            one(vehicle, Attribute.REGISTRATION_MARK, label, span, certainty);
        } else if (makeAndModel) {
            vehicles.makeAndModel(vehicle, span, certainty);
        } else {
            vehicles.box(vehicle, span, certainty);
        }
    }

    /** "Name, agency and role": what has a shape of its own is taken out, the rest is shared out in the label's order. */
    private void person(Entity person, List<Attribute> asked, String label, Span span, double certainty) {
        List<Attribute> rest = new ArrayList<>(asked);
        boolean birth = rest.contains(Attribute.DATE_OF_BIRTH) && rest.contains(Attribute.AGE);
        if (birth) {
            rest.remove(Attribute.AGE);
        }
        if (rest.contains(Attribute.ADDRESS)) {
            rest.remove(Attribute.POSTCODE);
        }
        if (rest.stream().allMatch(a -> a == Attribute.TELEPHONE || a == Attribute.EMAIL || a == Attribute.CONTACT)) {
            one(person, Attribute.CONTACT, label, span, certainty);
            return;
        }
        if (rest.size() == 1) {
            one(person, rest.get(0), label, span, certainty);
            return;
        }
        String text = span.text();
        for (String email : Emails.all(text)) {
            PersonFiller.addEmail(person, email, span, certainty);
            text = text.replace(email, "\n");
        }
        for (Telephones.Found number : Telephones.all(text)) {
            PersonFiller.addTelephone(person, number, span, certainty);
            text = text.replace(number.number(), "\n");
        }
        rest.removeIf(a -> a == Attribute.EMAIL || a == Attribute.TELEPHONE || a == Attribute.CONTACT);
        share(person, rest, label, span, text, certainty * 0.9);
    }

    private void share(Entity person, List<Attribute> asked, String label, Span span, String text, double certainty) {
        List<String> parts = parts(text, asked.size());
        boolean together = asked.equals(List.of(Attribute.NAME, Attribute.ALIAS)) || asked.size() < 2;
        if (parts.isEmpty()) {
            return;
        }
        if (together) {
            one(person, asked.isEmpty() ? Attribute.NAME : asked.get(0), label, span.withText(text.strip()), certainty);
        } else if (parts.size() == 1 && asked.contains(Attribute.FORENAME) && asked.contains(Attribute.SURNAME)) {
            one(person, Attribute.NAME, label, span.withText(parts.get(0)), certainty);
        } else if (parts.size() == 1 && person.type.equals("person")) {
            one(person, asked.get(0), label, span.withText(parts.get(0)), certainty * 0.8);
        } else {
            for (int i = 0; i < Math.min(parts.size(), asked.size()); i++) {
                boolean last = i == asked.size() - 1;
                String part = last ? String.join(", ", parts.subList(i, parts.size())) : parts.get(i);
                if (!expertise.answers().isNone(part)) {
                    one(person, asked.get(i), label, span.withText(part), certainty);
                }
            }
        }
    }

    private static List<String> parts(String text, int wanted) {
        for (String separator : List.of("\\n+", "\\s*[/|;]\\s*", "\\s*,\\s*", "\\s+[-\u2013]\\s+")) {
            List<String> parts = List.of(text.split(separator, -1)).stream()
                    .map(p -> p.replaceAll("^[\\s,;/|-]+|[\\s,;/|-]+$", ""))
                    .filter(p -> !p.isEmpty())
                    .toList();
            if (parts.size() > 1 && parts.size() >= Math.min(wanted, 2)) {
                return parts;
            }
        }
        String one = text.strip();
        return one.isEmpty() ? List.of() : List.of(one);
    }
}
