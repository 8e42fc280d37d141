package org.sealpost.reading.corpus;

import java.util.List;
import java.util.Random;

/** A die of its own: the same seed gives the same throws. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** So many letters that stand on number plates. */
    String letters(int many) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < many; i++) {
            letters.append("ABCDEFGHJKLMNOPRSTUVWXY".charAt(random.nextInt(23)));
        }
        return letters.toString();
    }

    double gauss() {
        return random.nextGaussian();
    }
}
