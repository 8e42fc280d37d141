package org.sealpost.reading.meaning.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * One YAML file that a person writes for the reading. Whatever it holds that is not expected is refused, with the place, so
 * that a slip of the pen is never a silent change in what is understood. Every method throws {@link YamlFileException}.
 */
public final class YamlFile {
    private final String kind;
    private final String file;

    private YamlFile(String kind, String file) {
        this.kind = kind;
        this.file = file;
    }

    /** The kind is for sentences. */
    public static YamlFile at(String kind, Path file) {
        return new YamlFile(kind, file.toString());
    }

    /** The {@code .yaml} files of a folder, in the order of their names; none where there is no such folder. */
    public static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in the file. */
    public @Nullable Object read() {
        try {
            return parse(Files.readString(Path.of(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw wrong("it is not a file of UTF-8 text that can be read");
        }
    }

    private @Nullable Object parse(String yaml) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(strict)).load(yaml);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw wrong("it is not YAML, by line " + line);
        } catch (YAMLException e) {
            throw wrong("it is not YAML");
        }
    }

    /** A mapping with no other keys than these. */
    public Map<?, ?> map(@Nullable Object value, String where, Set<String> keys) {
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

    public List<?> list(@Nullable Object value, String where) {
        if (!(value instanceof List<?> list)) {
            throw wrong(where + " is a list");
        }
        return list;
    }

    public String text(@Nullable Object value, String where) {
        if (value == null
                || value instanceof Map
                || value instanceof List
                || String.valueOf(value).isBlank()) {
            throw wrong(where + " is a text");
        }
        return String.valueOf(value).strip();
    }

    /** A list of texts; an empty one where the key is missing. */
    public List<String> texts(Map<?, ?> map, String key, String where) {
        List<String> texts = new ArrayList<>();
        if (map.containsKey(key)) {
            for (Object each : list(map.get(key), where)) {
                texts.add(text(each, "an entry of " + where));
            }
        }
        return texts;
    }

    /** The constant with this name, in camel case. */
    public <E extends Enum<E>> E one(E[] all, @Nullable Object name, String where) {
        return Arrays.stream(all)
                .filter(each -> camel(each).equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(where + " is one of "
                        + String.join(
                                ", ", Arrays.stream(all).map(YamlFile::camel).toList())));
    }

    /** {@code DATE_OF_BIRTH} is {@code dateOfBirth}. */
    public static String camel(Enum<?> constant) {
        StringBuilder camel = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    public YamlFileException wrong(String problem) {
        return new YamlFileException(kind, file, problem);
    }
}
