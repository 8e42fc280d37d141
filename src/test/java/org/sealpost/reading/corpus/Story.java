package org.sealpost.reading.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody saw, in a few sentences.
 *
 * @param key the sentence that a reading must hold
 */
record Story(String text, String key) {
    /** Names, numbers, roads and words of labels that make nobody a suspect; with plates, a vehicle that may be found. */
    static Story tell(Chance chance, Inventor inventor, boolean plates) {
        String key = chance.one(Words.STORIES.list("keys"));
        List<String> sentences = new ArrayList<>(List.of(key + "."));
        int traps = chance.between(2, 5);
        for (int i = 0; i < traps; i++) {
            String trap = chance.one(Words.STORIES.list("traps"));
            if (sentences.stream().noneMatch(trap::equals)) {
                sentences.add(chance.between(0, sentences.size()), trap);
            }
        }
        if (plates) {
            sentences.add(chance.one(Words.STORIES.list("plates")));
        }
        sentences.replaceAll(s -> s.replace("{other}", inventor.somebody())
                .replace("{number}", Written.mobile(chance).written())
                .replace("{mark}", chance.letters(2) + "1" + chance.between(0, 9) + " " + chance.letters(3)));
        return new Story(String.join(" ", sentences), key);
    }
}
