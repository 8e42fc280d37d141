package org.sealpost.reading.meaning.entity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.meaning.layout.Span;
import org.sealpost.reading.meaning.value.Emails;
import org.sealpost.reading.meaning.value.PersonNames;
import org.sealpost.reading.meaning.vocabulary.Role;

/** What can only be done when everything has been read. */
final class Finishing {
    private static final Pattern NO_PERSON = Pattern.compile(
            "(?i).*\\b(?:team|office|admin|info|enquiries|noreply|no-reply|school|service|mailbox|reception|safeguarding|referrals)\\b.*");

    private Finishing() {}

    static void finish(Understood understood, IncidentFiller incident) {
        for (Role role : Role.values()) {
            understood.of(role).forEach(PersonFiller::complete);
            understood.of(role).removeIf(Finishing::isNobody);
        }
        same(understood.of(Role.SUBMITTER), "name");
        times(understood.incident, incident.eventTimes());
        sender(understood, incident.senderName(), incident.senderAddress());
    }

    /** A person of whom nothing is known but a vehicle that stands in its own right is nobody. */
    private static boolean isNobody(Entity entity) {
        return entity.attributes().isEmpty()
                && entity.relationships().entrySet().stream()
                        .filter(r -> !r.getKey().equals("vehicle"))
                        .flatMap(r -> r.getValue().stream())
                        .allMatch(Entity::isEmpty);
    }

    /** Two forms by one reporter: one entity, where the second says nothing else. */
    private static void same(List<Entity> entities, String key) {
        for (int i = entities.size() - 1; i > 0; i--) {
            Value mine = entities.get(i).get(key);
            for (int j = 0; j < i && mine != null; j++) {
                Value other = entities.get(j).get(key);
                if (other != null && lower(other).equals(lower(mine))) {
                    merge(entities.get(j), entities.remove(i));
                    break;
                }
            }
        }
    }

    private static void merge(Entity into, Entity from) {
        from.attributes().forEach((name, values) -> {
            if (into.get(name) == null) {
                into.replace(name, values);
            }
        });
        from.relationships().forEach((name, others) -> {
            for (Entity other : others) {
                Value first = other.attributes().isEmpty()
                        ? null
                        : other.attributes().values().iterator().next().get(0);
                boolean known = first == null
                        || into.related(name).stream()
                                .flatMap(e -> e.attributes().values().stream())
                                .flatMap(List::stream)
                                .anyMatch(v -> lower(v).equals(lower(first)));
                if (!known) {
                    into.relate(name, other);
                }
            }
        });
    }

    private static String lower(Value value) {
        return value.text().toLowerCase(Locale.ROOT);
    }

    private static void times(Entity incident, List<Value> times) {
        if (!times.isEmpty()) {
            Entity period = new Entity("period");
            period.set("dateFrom", times.get(0));
            if (times.size() > 1) {
                period.set("dateTo", times.get(1));
            }
            incident.relate("incidentStartDateTime", period);
        }
    }

    /** The sender fills only what the form leaves open. */
    private static void sender(Understood understood, @Nullable Span name, @Nullable Span address) {
        if (name == null && address == null) {
            return;
        }
        List<Entity> submitters = understood.of(Role.SUBMITTER);
        Entity submitter = submitters.isEmpty() ? understood.add(Role.SUBMITTER) : submitters.get(0);
        if (name != null
                && submitter.get("name") == null
                && PersonNames.looksWhole(name.text().replace(",", ""))
                && !NO_PERSON.matcher(name.text()).matches()) {
            PersonNames.Name parsed = PersonNames.parse(name.text());
            if (parsed != null && !parsed.name().isEmpty()) {
                submitter.set("name", Value.of(parsed.name(), name, 1));
            }
        }
        if (address != null && submitter.related("email").isEmpty()) {
            Emails.all(address.text()).stream().limit(1).forEach(e -> PersonFiller.addEmail(submitter, e, address, 1));
        }
        submitters.removeIf(Entity::isEmpty);
    }
}
