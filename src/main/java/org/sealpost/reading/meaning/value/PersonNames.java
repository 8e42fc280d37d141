package org.sealpost.reading.meaning.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Personal names in the orders and dresses in which forms hold them. */
public final class PersonNames {
    private static final Pattern TITLE =
            Pattern.compile("(?i)^(?:mr|mrs|miss|ms|mx|dr|rev|revd|prof|professor|sir|master)\\b\\.?\\s+(?=\\p{L})");
    private static final Pattern ALSO = Pattern.compile(
            "(?i)(?:^|[\\s,(]+)(?:a\\.?k\\.?a\\.?|also known as|known (?:only )?(?:as|by)|only known as|goes by(?: the name(?: of)?)?|calls (?:him|her|them)sel(?:f|ves)|nicknamed|nickname|alias|street name)\\b[\\s:]*['\"\u201c\u2018]?([^()'\"\u201d\u2019]+)['\"\u201d\u2019]?\\)?");
    private static final Pattern QUOTED = Pattern.compile(
            "\\s*[\"\u201c]([^\"\u201d]+)[\"\u201d]\\s*|\\s+'([^']+)'\\s*|\\s*\u2018([^\u2019]+)\u2019\\s*");
    private static final Pattern BRACKETED = Pattern.compile("\\s*\\(([^)]*)\\)");
    /** What says that a name is not known is none. */
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?i)\\b(?:unknown|un-?named|unidentified|unsure|n/?k|(?:not|isn't|isn\u2019t) (?:known|given|sure)|don'?t know|no name|not her|not his)\\b");

    /** No part of any name; the second kind only where no capital makes a surname of it, as in "Lee Child". */
    private static final Set<String> NO_NAMES = Set.of(
            "no",
            "not",
            "none",
            "nobody",
            "someone",
            "somebody",
            "anyone",
            "same",
            "as",
            "see",
            "is",
            "was",
            "were",
            "the",
            "this",
            "that",
            "by",
            "with",
            "who",
            "what",
            "which",
            "unclear",
            "various",
            "several");

    private static final Set<String> WORDS_FOR_PEOPLE = Set.of(
            "suspect",
            "suspects",
            "offender",
            "child",
            "children",
            "person",
            "people",
            "individual",
            "identified",
            "named",
            "parent",
            "parents",
            "male",
            "female",
            "man",
            "woman",
            "boy",
            "girl",
            "adult",
            "above",
            "below",
            "details",
            "and",
            "or");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'\u2019.-]*");
    private static final List<String> PARTICLES = List.of(
            "de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "la", "le", "al", "el", "bin",
            "ibn", "ap", "ab", "st");

    private PersonNames() {}

    /**
     * @param name whole, forenames first, without a title
     * @param surname null where only one word was given
     */
    public record Name(
            String name, List<String> given, List<String> middle, @Nullable String surname, List<String> aliases) {}

    /** True where the text can be nothing but a person's name: two to five words of letters, each with a capital. */
    public static boolean looksWhole(String text) {
        String[] words = TITLE.matcher(text.strip()).replaceFirst("").strip().split("\\s+", -1);
        return words.length >= 2
                && words.length <= 5
                && Arrays.stream(words)
                        .allMatch(w -> WORD.matcher(w).matches()
                                && (Character.isUpperCase(w.codePointAt(0)) || PARTICLES.contains(w)));
    }

    /** Reads the content of a box that asks for a name; null where it is no name (digits, a sentence). */
    public static @Nullable Name parse(String written) {
        List<String> aliases = new ArrayList<>();
        String text = written.replaceAll("\\s+", " ").strip();
        text = take(ALSO, text, aliases);
        text = take(QUOTED, text, aliases);
        text = take(BRACKETED, text, aliases);
        text = TITLE.matcher(text.strip()).replaceFirst("").strip();
        text = text.replaceAll("[,;:.\\s]+$", "");
        String ordered = forenamesFirst(text);
        String[] words = ordered.isEmpty() ? new String[0] : ordered.split(" ", -1);
        boolean sound = words.length <= 6
                && Arrays.stream(words).allMatch(w -> WORD.matcher(w).matches() && mayBeOfAName(w));
        if (UNKNOWN.matcher(text).find()) {
            return aliases.isEmpty() ? null : new Name("", List.of(), List.of(), null, aliases);
        }
        if (!sound || (words.length == 0 && aliases.isEmpty())) {
            return null;
        }
        return split(Arrays.stream(words).map(w -> humane(w, ordered)).toList(), aliases);
    }

    /** The parts put together again, as a person would say them. */
    public static String whole(List<String> given, List<String> middle, @Nullable String surname) {
        List<String> words = new ArrayList<>(given);
        words.addAll(middle);
        if (surname != null) {
            words.add(surname);
        }
        return String.join(" ", words);
    }

    /** A name in capitals as it is written elsewhere: {@code O'NEILL-SMITH} is {@code O'Neill-Smith}. */
    public static String humane(String name) {
        return humane(name.strip(), name);
    }

    private static Name split(List<String> words, List<String> aliases) {
        String whole = String.join(" ", words);
        if (words.size() < 2) {
            return new Name(whole, words, List.of(), null, aliases);
        }
        int surname = words.size() - 1;
        while (surname > 1
                && PARTICLES.contains(
                        words.get(surname - 1).toLowerCase(Locale.ROOT).replace(".", ""))) {
            surname--;
        }
        String last = String.join(" ", words.subList(surname, words.size()));
        return new Name(whole, words.subList(0, 1), words.subList(1, surname), last, aliases);
    }

    private static String take(Pattern pattern, String text, List<String> aliases) {
        Matcher m = pattern.matcher(text);
        String rest = text;
        while (m.find()) {
            String alias = Arrays.stream(new int[] {1, 2, 3})
                    .filter(g -> g <= m.groupCount())
                    .mapToObj(m::group)
                    .filter(g -> g != null)
                    .findFirst()
                    .orElse("");
            if (WORD.matcher(alias.strip().replace(" ", "")).matches()
                    && !UNKNOWN.matcher(alias).find()) {
                aliases.add(alias.strip());
            }
            rest = rest.replace(m.group(), " ");
        }
        return rest.replaceAll("\\s+", " ").strip();
    }

    private static String forenamesFirst(String text) {
        String[] parts = text.split("\\s*,\\s*", -1);
        return parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank() ? parts[1] + " " + parts[0] : text;
    }

    private static boolean mayBeOfAName(String word) {
        return !NO_NAMES.contains(word.toLowerCase(Locale.ROOT)) && !WORDS_FOR_PEOPLE.contains(word);
    }

    private static String humane(String word, String context) {
        boolean shouting = word.length() > 2
                && word.equals(word.toUpperCase(Locale.ROOT))
                && word.chars().anyMatch(Character::isLetter);
        shouting |= word.startsWith("Mc")
                && word.length() > 3
                && word.substring(2).equals(word.substring(2).toUpperCase(Locale.ROOT));
        boolean whispering = context.equals(context.toLowerCase(Locale.ROOT));
        if (!shouting && !whispering) {
            return word;
        }
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int c : word.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            out.appendCodePoint(start ? Character.toTitleCase(c) : c);
            start = !Character.isLetter(c) && !Character.isDigit(c);
        }
        String humane = out.toString();
        return humane.startsWith("Mc") && humane.length() > 3
                ? "Mc" + Character.toUpperCase(humane.charAt(2)) + humane.substring(3)
                : humane;
    }
}
