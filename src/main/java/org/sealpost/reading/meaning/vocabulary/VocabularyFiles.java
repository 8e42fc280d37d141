package org.sealpost.reading.meaning.vocabulary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.meaning.vocabulary.Vocabulary.Label;

/** Brings the files of a vocabulary together: each adds its phrases to those of the others. Not safe to share. */
final class VocabularyFiles {
    private static final String KIND = "vocabulary";
    private static final List<String> LISTS = List.of(
            "fillers",
            "noAnswer",
            "reasonWords",
            "affirmative",
            "makes",
            "colours",
            "colourQualifiers",
            "services",
            "jobWords");

    private final Map<Role, List<String>> roles = new EnumMap<>(Role.class);
    private final Map<Attribute, List<String>> attributes = new EnumMap<>(Attribute.class);
    private final List<Label> labels = new ArrayList<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    void add(Path path) {
        YamlFile file = YamlFile.at(KIND, path);
        Set<String> keys = new LinkedHashSet<>(LISTS);
        keys.addAll(List.of("roles", "attributes", "labels"));
        Map<?, ?> root = file.map(file.read(), "it", keys);
        phrases(file, root, "roles", Role.values(), roles);
        phrases(file, root, "attributes", Attribute.values(), attributes);
        if (root.containsKey("labels")) {
            file.list(root.get("labels"), "labels").forEach(each -> labels.add(label(file, each)));
        }
        for (String list : LISTS) {
            lists.computeIfAbsent(list, key -> new ArrayList<>()).addAll(file.texts(root, list, list));
        }
    }

    Vocabulary vocabulary(Path folder) {
        if (roles.isEmpty() || attributes.isEmpty()) {
            throw YamlFile.at(KIND, folder).wrong("the .yaml files in it name no roles or no attributes");
        }
        return new Vocabulary(
                Collections.unmodifiableMap(roles),
                Collections.unmodifiableMap(attributes),
                List.copyOf(labels),
                list("fillers"),
                list("noAnswer"),
                list("reasonWords"),
                list("affirmative"),
                list("makes"),
                list("colours"),
                list("colourQualifiers"),
                list("services"),
                list("jobWords"));
    }

    private List<String> list(String name) {
        return lists.getOrDefault(name, List.of()).stream().distinct().toList();
    }

    private static <E extends Enum<E>> void phrases(
            YamlFile file, Map<?, ?> root, String key, E[] all, Map<E, List<String>> into) {
        if (!root.containsKey(key)) {
            return;
        }
        if (!(root.get(key) instanceof Map<?, ?> map)) {
            throw file.wrong(key + " is a mapping of names to lists of phrases");
        }
        for (Object name : map.keySet()) {
            E meaning = file.one(all, name, "a key of " + key);
            into.computeIfAbsent(meaning, none -> new ArrayList<>())
                    .addAll(file.texts(map, String.valueOf(name), key + "." + name));
        }
    }

    private static Label label(YamlFile file, @Nullable Object value) {
        Map<?, ?> map = file.map(value, "an entry of labels", Set.of("role", "attribute", "phrases"));
        return new Label(
                file.one(Role.values(), map.get("role"), "labels: role"),
                file.one(Attribute.values(), map.get("attribute"), "labels: attribute"),
                file.texts(map, "phrases", "labels: phrases"));
    }
}
