package org.sealpost.envelope;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Writes the vectors and their index anew: a program for whoever changes the profile, run in the project's folder. */
final class StoreVectors {
    private StoreVectors() {}

    public static void main(String[] arguments) throws Exception {
        if (Files.notExists(Cast.KEYS)) {
            Cast.makeKeys();
        }
        List<String> index = new ArrayList<>(List.of("# file, the key that it is given to, what the opener says"));
        for (Vector vector : Vector.all()) {
            Files.write(
                    Cast.VECTORS.resolve(vector.name() + ".p7m"),
                    vector.making().make());
            index.add(vector.indexed());
        }
        Files.write(Cast.VECTORS.resolve("INDEX"), index);
    }
}
