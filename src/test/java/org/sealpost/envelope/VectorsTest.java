package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the opener says to every vector: to the stored file, and to the same made afresh. */
class VectorsTest {
    @ParameterizedTest
    @MethodSource("index")
    void storedVectorGetsItsCode(String line) throws IOException {
        String[] fields = line.split(" ");
        byte[] envelope = Files.readAllBytes(Cast.VECTORS.resolve(fields[0]));
        assertThat(Vector.said(fields[1], envelope)).isEqualTo(fields[2]);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void freshVectorGetsItsCode(Vector vector) throws Exception {
        assertThat(Vector.said(vector.opener(), vector.making().make())).isEqualTo(vector.code());
    }

    @Test
    void everyVectorIsStored() throws IOException {
        assertThat(index())
                .containsExactlyElementsOf(
                        Vector.all().stream().map(Vector::indexed).toList());
    }

    static Stream<String> index() throws IOException {
        return Files.readAllLines(Cast.VECTORS.resolve("INDEX")).stream().filter(line -> !line.startsWith("#"));
    }

    static List<Vector> vectors() {
        return Vector.all();
    }
}
