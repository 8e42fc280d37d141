package org.sealpost.reading.meaning.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.meaning.label.Attribute;
import org.sealpost.reading.meaning.label.Meaning;
import org.sealpost.reading.meaning.label.Role;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Takes a form definition apart; its shape is told in {@code docs/design/forms.md}. For one file. */
final class FormFile {
    private static final int HIGHEST_NUMBER = 99;

    private final String file;

    private FormFile(String file) {
        this.file = file;
    }

    /** @throws FormFileException where anything in it is not understood */
    static KnownForm parse(String file, String yaml) {
        return new FormFile(file).form(yaml);
    }

    private KnownForm form(String yaml) {
        Object root;
        try {
            LoaderOptions strict = new LoaderOptions();
            strict.setAllowDuplicateKeys(false);
            root = new Yaml(new SafeConstructor(strict)).load(yaml);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw wrong("it is not YAML, by line " + line);
        } catch (YAMLException e) {
            throw wrong("it is not YAML");
        }
        Map<?, ?> map = map(root, "it", Set.of("form", "version", "fingerprint", "read"));
        String name = text(map.get("form"), "form");
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw wrong("form is a name of lower-case letters, digits and hyphens, 64 at most");
        }
        List<KnownForm.Entry> entries = new ArrayList<>();
        List<?> read = map.containsKey("read") ? list(map.get("read"), "read") : List.of();
        for (int i = 0; i < read.size(); i++) {
            entries.add(entry(read.get(i), "entry " + (i + 1) + " of read"));
        }
        return new KnownForm(name, text(map.get("version"), "version"), fingerprint(map.get("fingerprint")), entries);
    }

    private Fingerprint fingerprint(@Nullable Object value) {
        Map<?, ?> map = map(value, "fingerprint", Set.of("least", "fields", "labels"));
        Object least = map.containsKey("least") ? map.get("least") : Fingerprint.USUAL;
        if (!(least instanceof Number number) || number.doubleValue() < 0.5 || number.doubleValue() > 1) {
            throw wrong("fingerprint.least is a number from 0.5 to 1");
        }
        Fingerprint fingerprint =
                new Fingerprint(texts(map, "fields"), texts(map, "labels"), ((Number) least).doubleValue());
        if (fingerprint.size() < 3) {
            throw wrong("fingerprint has fewer than three fields and labels, by which no form can be told from others");
        }
        return fingerprint;
    }

    private KnownForm.Entry entry(@Nullable Object value, String where) {
        Map<?, ?> map = map(value, where, Set.of("field", "label", "heading", "role", "number", "attribute"));
        List<KnownForm.By> found = Arrays.stream(KnownForm.By.values())
                .filter(by -> map.containsKey(key(by)))
                .toList();
        if (found.size() != 1) {
            throw wrong(where + " has one of field, label and heading");
        }
        KnownForm.By by = found.get(0);
        String text = text(map.get(key(by)), where + ": " + key(by));
        Role role = map.containsKey("role") ? one(Role.values(), map.get("role"), where + ": role") : null;
        List<Attribute> attributes = attributes(map.get("attribute"), where);
        if (attributes.isEmpty() && (role == null || by != KnownForm.By.HEADING)) {
            throw wrong(where + " says no attribute");
        }
        return new KnownForm.Entry(by, text, new Meaning(role, attributes, number(map.get("number"), where), 1));
    }

    private List<Attribute> attributes(@Nullable Object value, String where) {
        if (value == null) {
            return List.of();
        }
        List<?> names = value instanceof List<?> several ? several : List.of(value);
        return names.stream()
                .map(name -> one(Attribute.values(), name, where + ": attribute"))
                .toList();
    }

    private int number(@Nullable Object value, String where) {
        if (value == null) {
            return 0;
        }
        if (!(value instanceof Integer number) || number < 1 || number > HIGHEST_NUMBER) {
            throw wrong(where + ": number is a whole number from 1 to " + HIGHEST_NUMBER);
        }
        return number;
    }

    private <E extends Enum<E>> E one(E[] all, @Nullable Object value, String where) {
        return Arrays.stream(all)
                .filter(each -> camel(each).equals(value))
                .findFirst()
                .orElseThrow(() -> wrong(where + " is one of "
                        + String.join(
                                ", ", Arrays.stream(all).map(FormFile::camel).toList())));
    }

    private static String key(KnownForm.By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    /** {@code DATE_OF_BIRTH} is {@code dateOfBirth}. */
    static String camel(Enum<?> constant) {
        StringBuilder camel = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    private List<String> texts(Map<?, ?> map, String key) {
        List<String> texts = new ArrayList<>();
        if (map.containsKey(key)) {
            for (Object each : list(map.get(key), "fingerprint." + key)) {
                texts.add(text(each, "an entry of fingerprint." + key));
            }
        }
        return texts;
    }

    private Map<?, ?> map(@Nullable Object value, String where, Set<String> keys) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(where + " has the keys " + String.join(", ", new TreeSet<>(keys)));
        }
        for (Object key : map.keySet()) {
            if (!keys.contains(key)) {
                throw wrong(where + " has the key " + key + ", and may have " + String.join(", ", new TreeSet<>(keys)));
            }
        }
        return map;
    }

    private List<?> list(@Nullable Object value, String where) {
        if (!(value instanceof List<?> list)) {
            throw wrong(where + " is a list");
        }
        return list;
    }

    private String text(@Nullable Object value, String where) {
        if (value == null
                || value instanceof Map
                || value instanceof List
                || String.valueOf(value).isBlank()) {
            throw wrong(where + " is a text");
        }
        return String.valueOf(value).strip();
    }

    private FormFileException wrong(String problem) {
        return new FormFileException(file, problem);
    }
}
