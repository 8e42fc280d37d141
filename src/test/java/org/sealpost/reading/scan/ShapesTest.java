package org.sealpost.reading.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has one reading only is put right; what has two stays as recognised. */
class ShapesTest {
    @ParameterizedTest
    @CsvSource({
        "DL3 OZZ, DL3 0ZZ",
        "OX4 122, OX4 1ZZ",
        "O7700 9OO117, 07700 900117",
        "l5/O3/2026, 15/03/2026",
        "NV6S LOD, NV6S LOD",
        "BOSS MAN, BOSS MAN",
        "Flat SOLO, Flat SOLO",
        "M1 500, M1 500",
        "DL3 IOU, DL3 IOU",
        "10/12 pupils, 10/12 pupils"
    })
    void shapes(String read, String meant) {
        List<Recognised> line = new ArrayList<>();
        for (String word : read.split(" ", -1)) {
            line.add(new Recognised(0, 0, 0, 0, 50, 20, 0.7, word));
        }
        assertThat(Shapes.corrected(line).stream().map(Recognised::text)).containsExactly(meant.split(" ", -1));
    }
}
