package org.sealpost.reading.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Upright, level, lines and boxes found and gone, and every point leads back. */
class SheetTest {
    private static final double SHARPER = 1.5;

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 3", "0, -3", "0, 1.3", "2, -2.2"})
    void theTablesLinesAreFoundAndNoOthers(int quarters, double degrees) {
        Sheet sheet = Sheet.of(Grey.of(Paper.scanned(quarters, degrees), SHARPER), 0);
        List<Stroke> level = sheet.strokes().stream().filter(Stroke::level).toList();
        List<Stroke> upright = sheet.strokes().stream().filter(s -> !s.level()).toList();
        assertThat(level).hasSize(Paper.ROWS.length);
        assertThat(upright).hasSize(Paper.COLUMNS.length);
        assertThat(level).allSatisfy(s -> {
            assertThat(s.length()).isCloseTo((Paper.COLUMNS[2] - Paper.COLUMNS[0]) * SHARPER, within(25.0));
            assertThat(s.lean()).isCloseTo(0, within(0.002));
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 3", "1, -1.5", "2, 0.7", "3, 2"})
    void aPointOfTheSheetLeadsBackToThePicture(int quarters, double degrees) {
        Sheet sheet = Sheet.of(Grey.of(Paper.scanned(quarters, degrees), SHARPER), 0);
        double[] there = sheet.original(700, 900);
        double[] back = sheet.onSheet(there[0], there[1]);
        assertThat(back[0]).isCloseTo(700, within(0.01));
        assertThat(back[1]).isCloseTo(900, within(0.01));
    }

    @Test
    void aFoundLineLiesWhereItWasPrinted() {
        Sheet sheet = Sheet.of(Grey.of(Paper.scanned(0, 2.5), SHARPER), 0);
        Stroke top = sheet.strokes().stream()
                .filter(Stroke::level)
                .min(Comparator.comparingDouble(Stroke::at))
                .orElseThrow();
        double[] start = sheet.original(top.from(), top.at(top.from()));
        double angle = Math.toRadians(2.5);
        double dx = Paper.COLUMNS[0] - Paper.WIDTH / 2.0;
        double dy = Paper.ROWS[0] - Paper.HEIGHT / 2.0;
        double x = (Math.cos(angle) * dx - Math.sin(angle) * dy + Paper.WIDTH / 2.0) * SHARPER;
        double y = (Math.sin(angle) * dx + Math.cos(angle) * dy + Paper.HEIGHT / 2.0) * SHARPER;
        assertThat(start[0]).isCloseTo(x, within(12.0));
        assertThat(start[1]).isCloseTo(y, within(6.0));
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "-2"})
    void boxesToTickAreFoundWithWhatIsInThemAndLettersAreNone(double degrees) {
        List<TickBox> boxes =
                Sheet.of(Grey.of(Paper.scanned(0, degrees), SHARPER), 0).boxes();
        assertThat(boxes).hasSize(2);
        assertThat(boxes.stream()
                        .min(Comparator.comparingInt(TickBox::x))
                        .orElseThrow()
                        .ticked())
                .isTrue();
        assertThat(boxes.stream()
                        .max(Comparator.comparingInt(TickBox::x))
                        .orElseThrow()
                        .ticked())
                .isFalse();
    }

    @Test
    void theLinesAreGoneAndTheShadowToo() {
        Sheet sheet = Sheet.of(Grey.of(Paper.scanned(0, 1), SHARPER), 0);
        assertThat(StrokeFinder.of(sheet.clean())).isEmpty();
        Grey clean = sheet.clean();
        int corner = 0;
        for (int i = 0; i < 100; i++) {
            corner += clean.at(clean.width() - 200 + i, clean.height() - 300);
        }
        assertThat(corner / 100).isGreaterThan(240);
    }
}
