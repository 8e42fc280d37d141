package org.sealpost.reading.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody or something made up: the answers as they are written, by what is asked, and the facts that they say. */
final class Invented {
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, List<String>> facts = new LinkedHashMap<>();

    Invented write(String ask, String answer) {
        answers.put(ask, answer);
        return this;
    }

    Invented fact(String attribute, String value) {
        facts.computeIfAbsent(attribute, a -> new ArrayList<>()).add(value);
        return this;
    }

    /** What stands in the box; empty where nothing does. */
    String answer(String ask) {
        return answers.getOrDefault(ask, "");
    }

    /** Attribute and its values, named as in a truth. */
    Map<String, List<String>> facts() {
        return facts;
    }
}
