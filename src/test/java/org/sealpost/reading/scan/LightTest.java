package org.sealpost.reading.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LightTest {
    private static final int SIDE = 300;

    /** Bars of ink on paper, with grain. */
    private static Grey page(int paper, int ink) {
        Random random = new Random(1);
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            boolean bar = i / SIDE % 30 < 4 && i % SIDE % 20 < 10;
            pixels[i] = (byte) Math.max(0, Math.min(255, (bar ? ink : paper) + random.nextInt(9) - 4));
        }
        return new Grey(SIDE, SIDE, pixels);
    }

    private static long dark(Grey page) {
        return IntStream.range(0, page.pixels.length)
                .filter(i -> (page.pixels[i] & 0xff) < 128)
                .count();
    }

    @Test
    void faintInkOnDarkPaperBecomesInk() {
        long printed = dark(Light.even(page(240, 30)));
        assertThat(printed).isPositive();
        assertThat(dark(Light.even(page(210, 150)))).isEqualTo(printed);
    }

    @Test
    void grainOnABlankPageDoesNot() {
        assertThat(dark(Light.even(page(210, 208)))).isZero();
    }
}
