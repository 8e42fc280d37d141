package org.sealpost.reading.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondOpinionTest {
    @ParameterizedTest
    @CsvSource({
        "Lukasz, 0.93, Łukasz, 0.96, Łukasz",
        "Ff6n, 0.89, Ffôn, 0.92, Ffôn",
        "Llyr, 0.91, Llŷr, 0.73, Llŷr",
        "Chloé, 0.97, Chloë, 0.95, Chloë",
        "Guilliam, 0.91, Quilliam, 0.96, Quilliam",
        "JV04, 0.86, Jv04, 0.52, JV04",
        "SUBMIT, 0.60, SUBMI, 0.62, SUBMIT",
        "Siân, 0.80, Sian, 0.83, Siân",
        "Black, 0.91, Bläck, 0.20, Black",
        "49-55, 0.96, 49, 0.90, 49-55",
    })
    void isHeardAboutItsLettersAndWhereItIsMuchSurer(
            String first, double certainty, String second, double itsCertainty, String taken) {
        List<Recognised> heard =
                SecondOpinion.heard(List.of(word(0, 40, certainty, first)), List.of(word(0, 42, itsCertainty, second)));
        assertThat(heard).extracting(Recognised::text).containsExactly(taken);
    }

    @Test
    void speaksOfTheSamePlaceOnly() {
        List<Recognised> first = List.of(word(0, 40, 0.9, "Zoe"));
        assertThat(SecondOpinion.heard(first, List.of(word(1, 40, 0.99, "Zoë"))))
                .isEqualTo(first);
        assertThat(SecondOpinion.heard(first, List.of(word(0, 90, 0.99, "Zoë"))))
                .isEqualTo(first);
        assertThat(SecondOpinion.heard(first, List.of())).isEqualTo(first);
    }

    private static Recognised word(int picture, int x, double certainty, String text) {
        return new Recognised(picture, 1, x, 10, 60, 20, certainty, text);
    }
}
