package org.sealpost.reading.meaning.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.meaning.vocabulary.Attribute;
import org.sealpost.reading.meaning.vocabulary.Role;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;
import org.sealpost.reading.meaning.vocabulary.YamlFile;

/**
 * Finds what a label means: the whole label where the vocabulary knows it, or else the longest known phrases in it.
 * Immutable, safe to share between threads.
 */
public final class LabelMatcher {
    private static final int MOST_WORDS = 18;
    private static final int MOST_LETTERS = 160;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern ORDINAL = Pattern.compile(
            "(?i)^(?:(?:section|part|q|question|adran|rhan|cwestiwn)\\s*[\\dA-Z]{1,2}\\b\\s*[:.)\u2013-]*\\s*|(?:\\d{1,2}(?:\\.\\d{1,2})?|[A-H])[.):]\\s+)(?=\\S)");
    private static final int LONGEST_PHRASE = 10;
    private static final Pattern BETWEEN_LANGUAGES = Pattern.compile("\\s+[/|]\\s+");

    private static final Set<String> LIGHT = Set.of(
            "the", "a", "an", "is", "are", "was", "were", "be", "been", "being", "has", "may", "might", "that", "any");

    private static final Set<Attribute> THINGS =
            Set.of(Attribute.ORGANISATION, Attribute.SCHOOL, Attribute.OCCUPATION, Attribute.LOCATION, Attribute.MAKE);
    /** "Suspect known to:" asks for somebody else. */
    private static final Set<String> RELATIONS = Set.of("to", "by", "with", "for", "from", "of");
    /** Whoever fills the form in is addressed by it. */
    private static final String YOUR = "your";

    private final Map<String, Meaning> wholes;
    private final Map<String, Meaning> parts;
    private final Set<String> fillers;
    private final KnownLabels known;

    private LabelMatcher(LabelMatcher other, KnownLabels known) {
        wholes = other.wholes;
        parts = other.parts;
        fillers = other.fillers;
        this.known = known;
    }

    /** @throws IllegalArgumentException where one phrase is to mean two roles; the message names it in a sentence */
    public LabelMatcher(Vocabulary vocabulary) {
        wholes = new HashMap<>();
        parts = new HashMap<>();
        fillers = new HashSet<>();
        known = KnownLabels.NONE;
        vocabulary.roles().forEach((role, phrases) -> phrases.forEach(p -> learn(p, role, null)));
        vocabulary.attributes().forEach((attribute, phrases) -> phrases.forEach(p -> learn(p, null, attribute)));
        vocabulary.labels().forEach(l -> l.phrases()
                .forEach(p -> wholes.put(key(p), meaning(l.role(), l.attribute()))));
        vocabulary.fillers().forEach(f -> fillers.addAll(Words.cut(f)));
    }

    private void learn(String phrase, @Nullable Role role, @Nullable Attribute attribute) {
        Meaning meaning = meaning(role, attribute);
        Meaning other = parts.get(key(phrase));
        if (role != null && other != null && other.role() != null && other.role() != role) {
            throw new IllegalArgumentException("the vocabulary's phrase \"" + phrase + "\" is both "
                    + YamlFile.camel(other.role()) + " and " + YamlFile.camel(role) + "; take one of them out");
        }
        if (phrase.startsWith("=")) {
            wholes.put(key(phrase.substring(1)), meaning);
        } else {
            wholes.putIfAbsent(key(phrase), meaning);
            parts.putIfAbsent(key(phrase), meaning);
        }
    }

    private static Meaning meaning(@Nullable Role role, @Nullable Attribute attribute) {
        return new Meaning(role, attribute == null ? List.of() : List.of(attribute), 0, 1);
    }

    private static String key(String phrase) {
        return String.join(" ", weighty(Words.cut(phrase)));
    }

    /** Without the words that change nothing: "who is causing the concern" is "who causing concern". */
    private static List<String> weighty(List<String> words) {
        List<String> weighty = words.stream().filter(w -> !LIGHT.contains(w)).toList();
        return weighty.isEmpty() ? words : weighty;
    }

    /** The same, for a form of which it is known what some of its labels mean: that goes before the vocabulary. */
    public LabelMatcher knowing(KnownLabels labels) {
        return new LabelMatcher(this, labels);
    }

    /** What a field means whose own name is known for certain. */
    public Optional<Meaning> knownField(String name) {
        return known.field(name);
    }

    /** What a printed label means; {@link Meaning#NONE} where nothing of it is known. */
    public Meaning label(String text) {
        return known.label(text)
                .orElseGet(() -> text.length() > MOST_LETTERS ? Meaning.NONE : match(Words.ofLabel(oneLanguage(text))));
    }

    /** Of a label in two languages ("Enw / Name") the half that is known, where the other is not. */
    private String oneLanguage(String text) {
        String bare = bare(text);
        String[] halves = BETWEEN_LANGUAGES.split(bare, 3);
        if (halves.length != 2 || isWhollyKnown(bare)) {
            return bare;
        }
        boolean first = isWhollyKnown(halves[0]);
        boolean second = isWhollyKnown(halves[1]);
        return first == second ? bare : bare(first ? halves[0] : halves[1]);
    }

    private boolean isWhollyKnown(String text) {
        Meaning meaning = match(Words.ofLabel(text));
        return !meaning.isNone() && meaning.certainty() == 1;
    }

    /** The same for a heading, where a word for a role alone ("Suspect") opens a section and asks for no name. */
    public Meaning heading(String text) {
        return known.heading(text).orElseGet(() -> unknownHeading(text));
    }

    private Meaning unknownHeading(String text) {
        Meaning meaning = label(text);
        if (meaning.attributes().equals(List.of(Attribute.VEHICLE))) {
            return new Meaning(Role.VEHICLE, List.of(), meaning.number(), meaning.certainty());
        }
        if (meaning.attributes().equals(List.of(Attribute.LOCATION))) {
            return new Meaning(Role.LOCATION, List.of(), meaning.number(), meaning.certainty());
        }
        if (meaning.role() != null && meaning.attributes().equals(List.of(Attribute.NAME))) {
            List<String> words =
                    withoutNumber(weighty(Words.ofLabel(oneLanguage(text)))).words();
            Meaning role = parts.getOrDefault(String.join(" ", words), parts.get(String.join(" ", bare(words))));
            if (role != null) {
                return role.withNumber(meaning.number());
            }
            boolean asksForName = words.stream().anyMatch(w -> asks(w, Attribute.NAME));
            return asksForName
                    ? meaning
                    : new Meaning(meaning.role(), List.of(), meaning.number(), meaning.certainty());
        }
        return meaning;
    }

    private boolean asks(String word, Attribute attribute) {
        Meaning meaning = parts.get(word);
        return meaning != null && meaning.attributes().contains(attribute);
    }

    /** What a field's own name means. */
    public Meaning fieldName(String name) {
        return name.length() > 300 ? Meaning.NONE : match(Words.ofFieldName(name));
    }

    private Meaning match(List<String> all) {
        Numbered numbered = withoutNumber(weighty(all));
        List<String> words = numbered.words();
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return Meaning.NONE;
        }
        Meaning whole = wholes.get(String.join(" ", words));
        if (whole == null && !RELATIONS.contains(words.get(words.size() - 1))) {
            whole = wholes.get(String.join(" ", bare(words)));
        }
        return whole != null ? whole.withNumber(numbered.number()) : cover(words, numbered.number());
    }

    /** Without the number of a section or question in front: "2. Suspect", "Section B: Vehicle", "Q3". */
    private static String bare(String text) {
        return ORDINAL.matcher(text.strip()).replaceFirst("");
    }

    private List<String> bare(List<String> words) {
        return words.stream().filter(w -> !fillers.contains(w)).toList();
    }

    private Meaning cover(List<String> words, int number) {
        boolean[] taken = new boolean[words.size()];
        List<Found> found = new ArrayList<>();
        for (int length = Math.min(LONGEST_PHRASE, words.size()); length > 0; length--) {
            for (int from = 0; from + length <= words.size(); from++) {
                Meaning meaning = isFree(taken, from, length)
                        ? parts.get(String.join(" ", words.subList(from, from + length)))
                        : null;
                if (meaning != null) {
                    Arrays.fill(taken, from, from + length, true);
                    found.add(new Found(from, meaning));
                }
            }
        }
        if (found.isEmpty()) {
            return Meaning.NONE;
        }
        found.sort(Comparator.comparingInt(Found::from));
        Set<Attribute> attributes = new LinkedHashSet<>();
        found.forEach(f -> attributes.addAll(f.meaning().attributes()));
        @Nullable Role role = role(found);
        int last = words.size() - 1;
        if (role == Role.SUSPECT && !taken[last] && RELATIONS.contains(words.get(last))) {
            role = Role.OTHER_PERSON;
        }
        if (isNameOfAThing(words, attributes)) {
            attributes.remove(Attribute.NAME);
        }
        if (role == null && words.contains(YOUR) && attributes.stream().allMatch(Attribute::ofPerson)) {
            role = Role.SUBMITTER;
        }
        return new Meaning(role, List.copyOf(attributes), number, certainty(words, taken));
    }

    /** "Name of your organisation" asks for the organisation. */
    private static boolean isNameOfAThing(List<String> words, Set<Attribute> attributes) {
        return words.size() > 2
                && words.get(0).equals("name")
                && words.get(1).equals("of")
                && !words.contains("and")
                && attributes.stream().anyMatch(THINGS::contains);
    }

    private double certainty(List<String> words, boolean[] taken) {
        int known = 0;
        int strange = 0;
        for (int i = 0; i < words.size(); i++) {
            known += taken[i] ? 1 : 0;
            strange += !taken[i] && !fillers.contains(words.get(i)) ? 1 : 0;
        }
        return (double) known / (known + strange);
    }

    /** A thing wins over its user, a relative over the child: "suspect's vehicle", "child's parent". */
    private static @Nullable Role role(List<Found> found) {
        Role best = null;
        for (Found f : found) {
            Role role = f.meaning().role();
            boolean stronger =
                    role == Role.VEHICLE || role == Role.LOCATION || (role == Role.OTHER_PERSON && best != null);
            if (role != null && (best == null || stronger)) {
                best = role;
            }
        }
        return best;
    }

    private static boolean isFree(boolean[] taken, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private static Numbered withoutNumber(List<String> words) {
        List<String> rest = new ArrayList<>();
        int number = 0;
        for (String word : words) {
            if (NUMBER.matcher(word).matches()) {
                number = number == 0 ? Integer.parseInt(word) : number;
            } else {
                rest.add(word);
            }
        }
        return new Numbered(rest, number);
    }

    private record Found(int from, Meaning meaning) {}

    private record Numbered(List<String> words, int number) {}
}
