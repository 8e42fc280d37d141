package org.sealpost.reading.meaning.entity;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.meaning.form.KnownForm;
import org.sealpost.reading.meaning.label.Meaning;
import org.sealpost.reading.meaning.layout.Mark;
import org.sealpost.reading.meaning.layout.Sentences;
import org.sealpost.reading.meaning.layout.Span;
import org.sealpost.reading.meaning.value.Dates;
import org.sealpost.reading.meaning.value.Several;
import org.sealpost.reading.meaning.vocabulary.Attribute;
import org.sealpost.reading.meaning.vocabulary.Role;

/** Follows the marks of the documents and decides of whom each speaks. For one thread and one submission. */
final class Assembler {
    private static final Set<Attribute> ONCE = Set.of(
            Attribute.NAME,
            Attribute.SURNAME,
            Attribute.FORENAME,
            Attribute.REGISTRATION_MARK,
            Attribute.DATE_OF_BIRTH,
            Attribute.VEHICLE,
            Attribute.LOCATION);
    /** By which another person begins. */
    private static final Set<Attribute> NAMING =
            Set.of(Attribute.NAME, Attribute.SURNAME, Attribute.FORENAME, Attribute.ALIAS);
    /** "Person 2" goes on with what the section above is about. */
    private static final Pattern COUNTED = Pattern.compile(".*\\d\\W*|(?i)personal details?|(?i)details");

    private static final int SHORT = 160;
    /** A longer answer is no value of any kind; the patterns for values take up to the square of its length. */
    private static final int LONGEST_ANSWER = 10_000;

    private final Expertise expertise;
    private final Understood understood = new Understood();
    private final Narrative narrative = new Narrative();
    private final PersonFiller persons;
    private final VehicleFiller vehicles;
    private final IncidentFiller incident;
    private final Boxes boxes;
    private final DateParts birth = new DateParts();

    private final Map<Role, Entity> current = new EnumMap<>(Role.class);
    private final Map<String, Entity> numbered = new HashMap<>();
    private Role role = Role.SUBMITTER;
    private Role person = Role.SUBMITTER;
    /** True where a heading or a label has said whom it is about; before that it is the submitter by custom. */
    private boolean said;

    private boolean inGrid;
    private @Nullable Attribute open;
    /** True from a heading or a row's beginning to the first answer: nobody has been spoken of yet. */
    private boolean fresh;
    /** True where a person's part in it was told in an answer; it ends with the person. */
    private boolean involved;
    /** True from a heading that nobody knows, when somebody has been named before it, to the first answer about a person. */
    private boolean strange;
    /** The first word of the last label that named an other person, such as "parent". */
    private String other = "";

    Assembler(Expertise expertise, LocalDate today) {
        this.expertise = expertise;
        Dates dates = new Dates(today);
        persons = new PersonFiller(expertise, dates);
        vehicles = new VehicleFiller(expertise);
        incident = new IncidentFiller(expertise, understood, dates);
        boxes = new Boxes(expertise, persons, vehicles);
    }

    Understood assemble(List<Document> documents) {
        for (int i = 0; i < documents.size(); i++) {
            begin();
            KnownForm form = expertise.forms().recognise(documents.get(i)).orElse(null);
            understood.recognised(form);
            expertise.layout(form).marks(documents.get(i), i).forEach(this::follow);
            birth.givenBack().forEach(this::answer);
        }
        List<Span> told = narrative.all();
        incident.narrative(told);
        new ProseMiner(expertise, understood).mine(told);
        Finishing.finish(understood, incident);
        return understood;
    }

    /** Nothing that one document said decides of whom the next one speaks. */
    private void begin() {
        current.clear();
        numbered.clear();
        role = Role.SUBMITTER;
        person = Role.SUBMITTER;
        said = false;
        inGrid = false;
        open = null;
        fresh = false;
        involved = false;
        strange = false;
        other = "";
        narrative.beginPart();
    }

    private void follow(Mark mark) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits for this reading any longer");
        }
        if (!(mark instanceof Mark.Answer)) {
            birth.givenBack().forEach(this::answer);
        }
        if (mark instanceof Mark.Section section) {
            section(section);
        } else if (mark instanceof Mark.Answer answer) {
            part(answer);
        } else if (mark instanceof Mark.Tick tick) {
            tick(tick);
        } else if (mark instanceof Mark.Row) {
            row();
        } else if (mark instanceof Mark.Prose prose) {
            prose(prose.span());
        } else if (mark instanceof Mark.Gap) {
            narrative.gap();
        } else if (mark instanceof Mark.Aside aside) {
            understood.aside(aside);
        } else if (mark instanceof Mark.Sender sender) {
            incident.sender(sender.name(), sender.value());
        }
    }

    private void section(Mark.Section section) {
        Meaning meaning = section.meaning();
        fresh = true;
        birth.heard(meaning);
        if (involved && !meaning.isSection()) {
            leave();
        }
        involved = false;
        strange = meaning.isNone() && !COUNTED.matcher(section.text()).matches() && isKnown(current.get(person));
        open = meaning.isLong() ? meaning.attributes().get(0) : null;
        inGrid = false;
        narrative.gap();
        Role of = meaning.role();
        if (of != null && meaning.isSection()) {
            enter(of);
            Entity before = current.remove(of);
            if (before != null && before.asked.isEmpty()) {
                current.put(of, before);
            }
            if (meaning.number() > 0) {
                current.put(of, numbered(of, meaning.number()));
            }
        }
    }

    private static boolean isKnown(@Nullable Entity entity) {
        return entity != null && entity.asked.stream().anyMatch(NAMING::contains);
    }

    /** Whoever is spoken of from here on is nobody's suspect until something says so. */
    private void leave() {
        involved = false;
        strange = false;
        enter(Role.OTHER_PERSON);
        current.remove(Role.OTHER_PERSON);
    }

    private void enter(Role of) {
        role = of;
        said = true;
        if (of.isPerson()) {
            person = of;
        }
    }

    private Entity numbered(Role of, int number) {
        return numbered.computeIfAbsent(of + "#" + number, k -> understood.add(of));
    }

    private void row() {
        inGrid = true;
        fresh = true;
        if (involved || strange) {
            leave();
        }
        Entity submitter = current.get(Role.SUBMITTER);
        current.clear();
        if (submitter != null) {
            current.put(Role.SUBMITTER, submitter);
        }
    }

    private void prose(Span span) {
        boolean thing = said && !role.isPerson() && open == null && span.text().length() <= SHORT;
        if (open == Attribute.NARRATIVE) {
            narrative.tell(span);
        } else if (open == Attribute.REASON) {
            incident.answer(Attribute.REASON, "", span, 1);
        } else if (thing && !expertise.answers().isNone(span.text())) {
            Attribute all = role == Role.VEHICLE ? Attribute.VEHICLE : Attribute.LOCATION;
            if (current.get(role) == null) {
                put(entity(role, 0, all), role, List.of(all), "", span, 0.8);
            } else {
                narrative.loose(span);
            }
        } else {
            narrative.loose(span);
        }
    }

    private void tick(Mark.Tick tick) {
        narrative.answered();
        Meaning meaning = tick.meaning();
        if (meaning.attributes().contains(Attribute.INVOLVEMENT)) {
            if (tick.on()) {
                involvement(tick.label().text()).ifPresent(this::involve);
            }
            return;
        }
        Role of = meaning.role() != null ? meaning.role() : role;
        boolean gender = tick.label().text().matches("(?i)(?:fe)?male|m|f|non[- ]?binary|boy|girl|man|woman");
        if (tick.on() && gender && of.isPerson() && of != Role.SUBMITTER) {
            put(entity(of, meaning.number(), Attribute.GENDER), of, List.of(Attribute.GENDER), "", tick.label(), 1);
        } else {
            incident.tick(tick, open == Attribute.REASON);
        }
    }

    /** Day, month and year each in a box of its own are one answer. */
    private void part(Mark.Answer answer) {
        birth.passed(answer).forEach(this::answer);
        birth.whole().ifPresent(this::born);
    }

    private void born(DateParts.Birth whole) {
        Entity entity = asked(DateParts.BIRTH, spokenOf(DateParts.BIRTH));
        double certainty = Value.confidence(whole.evidence().get(0));
        entity.set("dateOfBirth", new Value(whole.date().toString(), whole.evidence(), certainty));
        fresh = false;
    }

    private void answer(Mark.Answer answer) {
        Meaning meaning = answer.meaning();
        boolean blank = expertise.answers().isNone(answer.value().text());
        if (!blank) {
            narrative.answered();
        }
        if (!meaning.asks()) {
            if (!blank && !(answer.label().isBlank() && answer.value().text().matches("\\d{1,2}[.)]?"))) {
                unasked(answer);
            }
            return;
        }
        Attribute first = meaning.attributes().get(0);
        if (first.isLong()) {
            open = null;
        }
        boolean narrated = first == Attribute.NARRATIVE && !aboutAThing(meaning);
        if (!narrated && !blank && answer.value().text().length() > LONGEST_ANSWER) {
            understood.unplaced(answer.label(), answer.value());
            return;
        }
        if (narrated) {
            if (!blank) {
                narrative.tell(answer.value());
            }
        } else if (!first.ofPerson() && !first.ofVehicle() && !isPlace(first)) {
            if (!blank) {
                incident.answer(first, answer.label(), answer.value(), meaning.certainty());
            }
        } else {
            entityAnswer(meaning, first, answer, blank);
            fresh = false;
        }
    }

    private static boolean aboutAThing(Meaning meaning) {
        return meaning.role() != null && meaning.attributes().size() > 1;
    }

    private static boolean isPlace(Attribute attribute) {
        return attribute == Attribute.LOCATION || attribute == Attribute.LOCATION_DESCRIPTION;
    }

    private void unasked(Mark.Answer answer) {
        boolean told = open == Attribute.NARRATIVE;
        if (told || Sentences.isAccount(answer.value().text())) {
            narrative.tell(answer.value());
        }
        if (!told) {
            understood.unplaced(answer.label(), answer.value());
        }
    }

    /** Which part in the matter an answer says that somebody plays; empty where it says none. */
    private Optional<Role> involvement(String answer) {
        Meaning part = expertise.labels().heading(answer);
        Role of = part.role();
        return of != null && part.isSection() && of.isPerson() && part.certainty() == 1
                ? Optional.of(of)
                : Optional.empty();
    }

    /** The person spoken of, or about to be spoken of, plays this part. */
    private void involve(Role of) {
        Role before = inGrid && person == Role.SUBMITTER && !said ? Role.OTHER_PERSON : person;
        Entity known = fresh ? null : current.get(before);
        if (before == Role.SUBMITTER && known != null) {
            return;
        }
        enter(of);
        involved = true;
        if (known == null) {
            current.remove(of);
        } else if (of != before) {
            understood.move(known, before, of);
            current.remove(before);
            current.put(of, known);
        }
    }

    private void entityAnswer(Meaning meaning, Attribute first, Mark.Answer answer, boolean blank) {
        boolean part =
                first == Attribute.INVOLVEMENT || first == Attribute.JOB_TITLE && (person != Role.SUBMITTER || inGrid);
        Optional<Role> played = part && !blank ? involvement(answer.value().text()) : Optional.empty();
        if (played.isPresent()) {
            involve(played.get());
            return;
        }
        Role of = spokenOf(meaning);
        if (of == Role.OTHER_PERSON && meaning.role() == Role.OTHER_PERSON && !inGrid) {
            nextOther(answer.label(), first);
        }
        Entity entity = asked(meaning, of);
        boolean told = first.isDescriptive()
                && !expertise.answers().isYesOrNo(answer.value().text());
        if (!blank && !told) {
            understood.unplaced(answer.label(), answer.value());
        } else if (!blank) {
            double doubt = said || of != Role.SUBMITTER ? 1 : 0.95;
            put(entity, of, meaning.attributes(), answer.label(), answer.value(), meaning.certainty() * doubt);
        }
    }

    /** Of whom, or of what, a question speaks; what follows speaks of it as well. */
    private Role spokenOf(Meaning meaning) {
        Attribute first = meaning.attributes().get(0);
        if (strange && meaning.role() == null && first.ofPerson()) {
            if (NAMING.contains(first)) {
                leave();
            }
            strange = false;
        }
        Role of = whose(meaning, first);
        boolean switches = meaning.role() != null && of == meaning.role() && !inGrid && of != Role.OTHER_PERSON;
        if (switches && (of.isPerson() || !said || of == role)) {
            enter(of);
        }
        return of;
    }

    /** "Parent name" and "Parent telephone" ask about one person, "Social worker" about the next. */
    private void nextOther(String label, Attribute first) {
        Entity before = current.get(Role.OTHER_PERSON);
        String who = label.strip().toLowerCase(Locale.ROOT).split("\\W+", 2)[0];
        if (before != null && (!who.equals(other) || before.asked.contains(first))) {
            current.remove(Role.OTHER_PERSON);
        }
        other = who;
    }

    private Entity asked(Meaning meaning, Role of) {
        Entity entity = entity(of, meaning.number(), meaning.attributes().get(0));
        entity.asked.addAll(meaning.attributes());
        return entity;
    }

    /** The label's own word, or else the section's, where such a thing can have such an attribute. */
    private Role whose(Meaning meaning, Attribute attribute) {
        Role named = meaning.role();
        if (attribute.ofVehicle()) {
            return Role.VEHICLE;
        }
        if (isPlace(attribute)) {
            return Role.LOCATION;
        }
        if (named != null) {
            return named;
        }
        if (role == Role.SUBMITTER && !said) {
            boolean notAReporter = inGrid || attribute == Attribute.DATE_OF_BIRTH || attribute == Attribute.ALIAS;
            return notAReporter ? Role.OTHER_PERSON : Role.SUBMITTER;
        }
        if (role == Role.LOCATION) {
            boolean place = attribute == Attribute.ADDRESS
                    || attribute == Attribute.POSTCODE
                    || attribute == Attribute.DESCRIPTION
                    || attribute == Attribute.NAME;
            return place ? Role.LOCATION : person;
        }
        if (role == Role.VEHICLE) {
            return attribute == Attribute.DESCRIPTION ? Role.VEHICLE : person;
        }
        return role;
    }

    private Entity entity(Role of, int number, Attribute attribute) {
        if (number > 0) {
            Entity entity = numbered(of, number);
            current.put(of, entity);
            return entity;
        }
        Entity entity = current.get(of);
        boolean again = entity != null && !inGrid && ONCE.contains(attribute) && entity.asked.contains(attribute);
        if (entity == null || again) {
            if (of == Role.SUBMITTER && again) {
                return entity(Role.OTHER_PERSON, 0, attribute);
            }
            entity = understood.add(of);
            current.put(of, entity);
        }
        return entity;
    }

    private void put(Entity entity, Role of, List<Attribute> attributes, String label, Span span, double certainty) {
        @Nullable Entity first = entity;
        for (String part : several(of, attributes, span.text())) {
            fill(first == null ? understood.add(of) : first, of, attributes, label, span.withText(part), certainty);
            first = null;
        }
    }

    private static List<String> several(Role of, List<Attribute> asked, String text) {
        if (of == Role.VEHICLE && asked.equals(List.of(Attribute.REGISTRATION_MARK))) {
            return Several.marks(text);
        }
        if (of == Role.VEHICLE) {
            return Several.vehicles(text);
        }
        boolean names = of.isPerson() && of != Role.SUBMITTER && asked.equals(List.of(Attribute.NAME));
        return names ? Several.names(text) : List.of(text);
    }

    private void fill(Entity entity, Role of, List<Attribute> attributes, String label, Span span, double certainty) {
        entity.asked.addAll(attributes);
        boxes.put(entity, of, attributes, label, span, certainty);
        Entity owner = current.get(person);
        if (of == Role.VEHICLE && owner != null && (inGrid || role.isPerson()) && said && person != Role.SUBMITTER) {
            owner.relate("vehicle", entity);
        }
    }
}
