package org.sealpost.reading.meaning.value;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes "dark blue Land Rover Discovery" apart. Immutable. */
public final class VehicleWords {
    private static final Pattern MODEL =
            Pattern.compile("^[\\s,/|-]*([\\p{L}\\p{N}][\\p{L}\\p{N}.-]*(?: [\\p{L}\\p{N}.-]+)?)[\\s,.]*$");
    private final Pattern make;
    private final Pattern colour;

    public VehicleWords(List<String> makes, List<String> colours, List<String> qualifiers) {
        make = Pattern.compile("(?i)(?<![\\p{L}\\p{N}])(" + alternatives(makes) + ")(?![\\p{L}\\p{N}])");
        colour = Pattern.compile("(?i)(?<![\\p{L}\\p{N}])((?:(?:" + alternatives(qualifiers) + ")[ -])?(?:"
                + alternatives(colours) + "))(?![\\p{L}\\p{N}])");
    }

    private static String alternatives(List<String> words) {
        return String.join(
                "|",
                words.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .toList());
    }

    /** What was understood; null is what was not said. */
    public record Parts(@Nullable String colour, @Nullable String make, @Nullable String model) {}

    /** A box that asks for make and model: without a known make the first word is the make. */
    public Parts makeAndModel(String written) {
        String text = written.strip();
        Parts known = anywhere(text);
        if (known.make() != null) {
            return known;
        }
        String[] parts = text.split("\\s*[/,|]\\s*|\\s+", 2);
        return parts.length == 2 && !parts[1].isBlank()
                ? new Parts(null, parts[0], parts[1].strip())
                : new Parts(null, text, null);
    }

    /** Known makes and colours in any text; a model only where it follows the make and ends the text. */
    public Parts anywhere(String text) {
        Matcher c = colour.matcher(text);
        String paint = c.find() ? c.group(1) : null;
        String rest = paint == null ? text : (text.substring(0, c.start()) + " " + text.substring(c.end())).strip();
        Matcher m = make.matcher(rest);
        if (!m.find()) {
            return new Parts(paint, null, null);
        }
        Matcher model = MODEL.matcher(rest.substring(m.end()));
        return new Parts(paint, m.group(1), model.find() ? model.group(1).strip() : null);
    }
}
