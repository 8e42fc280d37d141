package org.sealpost.reading.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.sealpost.reading.meaning.label.Attribute;
import org.sealpost.reading.meaning.label.Role;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The words of the forms, as data. The default one is {@code vocabulary.yaml} beside this class; its comments explain the
 * format. Immutable.
 *
 * @param noAnswer answers that say nothing, in lower case
 * @param reasonWords what makes a ticked box a way of knowing
 * @param yes answers that say yes, in lower case
 */
public record Vocabulary(
        Map<Role, List<String>> roles,
        Map<Attribute, List<String>> attributes,
        List<Label> labels,
        List<String> fillers,
        List<String> noAnswer,
        List<String> reasonWords,
        List<String> yes,
        List<String> makes,
        List<String> colours,
        List<String> colourQualifiers,
        List<String> services,
        List<String> jobWords) {

    /** Whole labels that say who and what at once. */
    public record Label(Role role, Attribute attribute, List<String> phrases) {}

    /** The one that comes with the program. */
    public static Vocabulary standard() {
        try (InputStream yaml = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.yaml"))) {
            return load(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException where a role or an attribute is not one that a reading has, or a list is missing */
    public static Vocabulary load(InputStream yaml) {
        Map<String, Object> root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        Map<Role, List<String>> roles = new EnumMap<>(Role.class);
        map(need(root, "roles")).forEach((name, phrases) -> roles.put(Role.valueOf(constant(name)), strings(phrases)));
        Map<Attribute, List<String>> attributes = new EnumMap<>(Attribute.class);
        map(need(root, "attributes"))
                .forEach((name, phrases) -> attributes.put(Attribute.valueOf(constant(name)), strings(phrases)));
        List<Label> labels = list(need(root, "labels")).stream()
                .map(Vocabulary::map)
                .map(m -> new Label(
                        Role.valueOf(constant(String.valueOf(need(m, "role")))),
                        Attribute.valueOf(constant(String.valueOf(need(m, "attribute")))),
                        strings(need(m, "phrases"))))
                .toList();
        return new Vocabulary(
                roles,
                attributes,
                labels,
                strings(need(root, "fillers")),
                strings(need(root, "noAnswer")),
                strings(need(root, "reasonWords")),
                strings(need(root, "yes")),
                strings(need(root, "makes")),
                strings(need(root, "colours")),
                strings(need(root, "colourQualifiers")),
                strings(need(root, "services")),
                strings(need(root, "jobWords")));
    }

    private static String constant(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static Object need(Map<String, Object> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the vocabulary lacks " + key);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static List<String> strings(Object value) {
        return list(value).stream().map(String::valueOf).toList();
    }
}
