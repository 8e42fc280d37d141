package org.sealpost.reading.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The data of the corpus: what stands in its YAML files, by path. */
final class Words {
    static final Words PEOPLE = new Words("people");
    static final Words STORIES = new Words("stories");
    static final Words LABELS = new Words("labels");
    static final Words BILINGUAL_LABELS = new Words("labels-cy");
    static final Words LAYOUTS = new Words("layouts");

    private final Map<?, ?> root;

    private Words(String file) {
        try (InputStream yaml = Objects.requireNonNull(Words.class.getResourceAsStream("/corpus/" + file + ".yaml"))) {
            root = (Map<?, ?>) new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<?, ?> root() {
        return root;
    }

    List<String> list(String key) {
        return strings(Objects.requireNonNull(root.get(key), key));
    }

    List<String> list(String key, String inner) {
        Map<?, ?> group = (Map<?, ?>) Objects.requireNonNull(root.get(key), key);
        return strings(Objects.requireNonNull(group.get(inner), key + "/" + inner));
    }

    boolean has(String key, String inner) {
        return root.get(key) instanceof Map<?, ?> group && group.containsKey(inner);
    }

    List<List<String>> lists(String key) {
        List<?> all = (List<?>) Objects.requireNonNull(root.get(key), key);
        return all.stream().map(Words::strings).toList();
    }

    static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
