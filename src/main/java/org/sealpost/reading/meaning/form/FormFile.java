package org.sealpost.reading.meaning.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.meaning.label.Meaning;
import org.sealpost.reading.meaning.vocabulary.Attribute;
import org.sealpost.reading.meaning.vocabulary.Role;
import org.sealpost.reading.meaning.vocabulary.YamlFile;
import org.sealpost.reading.meaning.vocabulary.YamlFileException;

/** Takes a form definition apart; its shape is told in {@code docs/design/forms.md}. For one file. */
final class FormFile {
    private static final int HIGHEST_NUMBER = 99;

    private final YamlFile file;

    private FormFile(Path file) {
        this.file = YamlFile.at("form definition", file);
    }

    /** @throws YamlFileException where it cannot be read, or anything in it is not understood */
    static KnownForm read(Path file) {
        return new FormFile(file).form();
    }

    private KnownForm form() {
        Map<?, ?> map = file.map(file.read(), "it", Set.of("form", "version", "fingerprint", "read"));
        String name = file.text(map.get("form"), "form");
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw file.wrong("form is a name of lower-case letters, digits and hyphens, 64 at most");
        }
        List<KnownForm.Entry> entries = new ArrayList<>();
        List<?> read = map.containsKey("read") ? file.list(map.get("read"), "read") : List.of();
        for (int i = 0; i < read.size(); i++) {
            entries.add(entry(read.get(i), "entry " + (i + 1) + " of read"));
        }
        return new KnownForm(
                name, file.text(map.get("version"), "version"), fingerprint(map.get("fingerprint")), entries);
    }

    private Fingerprint fingerprint(@Nullable Object value) {
        Map<?, ?> map = file.map(value, "fingerprint", Set.of("least", "fields", "labels"));
        Object least = map.containsKey("least") ? map.get("least") : Fingerprint.USUAL;
        if (!(least instanceof Number number) || number.doubleValue() < 0.5 || number.doubleValue() > 1) {
            throw file.wrong("fingerprint.least is a number from 0.5 to 1");
        }
        Fingerprint fingerprint = new Fingerprint(
                file.texts(map, "fields", "fingerprint.fields"),
                file.texts(map, "labels", "fingerprint.labels"),
                ((Number) least).doubleValue());
        if (fingerprint.size() < 3) {
            throw file.wrong(
                    "fingerprint has fewer than three fields and labels, by which no form can be told from others");
        }
        return fingerprint;
    }

    private KnownForm.Entry entry(@Nullable Object value, String where) {
        Map<?, ?> map = file.map(value, where, Set.of("field", "label", "heading", "role", "number", "attribute"));
        List<KnownForm.By> found = Arrays.stream(KnownForm.By.values())
                .filter(by -> map.containsKey(key(by)))
                .toList();
        if (found.size() != 1) {
            throw file.wrong(where + " has one of field, label and heading");
        }
        KnownForm.By by = found.get(0);
        String text = file.text(map.get(key(by)), where + ": " + key(by));
        Role role = map.containsKey("role") ? file.one(Role.values(), map.get("role"), where + ": role") : null;
        List<Attribute> attributes = attributes(map.get("attribute"), where);
        if (attributes.isEmpty() && (role == null || by != KnownForm.By.HEADING)) {
            throw file.wrong(where + " says no attribute");
        }
        return new KnownForm.Entry(by, text, new Meaning(role, attributes, number(map.get("number"), where), 1));
    }

    private List<Attribute> attributes(@Nullable Object value, String where) {
        if (value == null) {
            return List.of();
        }
        List<?> names = value instanceof List<?> several ? several : List.of(value);
        return names.stream()
                .map(name -> file.one(Attribute.values(), name, where + ": attribute"))
                .toList();
    }

    private int number(@Nullable Object value, String where) {
        if (value == null) {
            return 0;
        }
        if (!(value instanceof Integer number) || number < 1 || number > HIGHEST_NUMBER) {
            throw file.wrong(where + ": number is a whole number from 1 to " + HIGHEST_NUMBER);
        }
        return number;
    }

    private static String key(KnownForm.By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
