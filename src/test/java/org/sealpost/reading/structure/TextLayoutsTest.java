package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plain text as people lay it out. */
class TextLayoutsTest {
    @Test
    void quotedFormsLoseTheirMarks() {
        assertThat(read("> Name: Dale\n>> Reg: AB12 CDE\n> > [x] Anonymous\n>\nx > y"))
                .containsExactly("Name: Dale", "Reg: AB12 CDE", "[x] Anonymous", "x > y");
    }

    @Test
    void columnsBarsAndTabsAreTables() {
        assertThat(
                        read(
                                "Name              DoB         Reg\n----------------- ----------- --------\n"
                                        + "Dale Winterburn   1/2/1990    AB12 CDE\nDoc                           XY34 ZZZ\n\nThat is all."))
                .containsExactly(
                        "| Name | DoB | Reg |",
                        "| Dale Winterburn | 1/2/1990 | AB12 CDE |",
                        "| Doc |  | XY34 ZZZ |",
                        "That is all.");
        assertThat(read("| Name | Reg |\n|------|-----|\n| Dale | AB12 CDE |"))
                .containsExactly("| Name | Reg |", "| Dale | AB12 CDE |");
        assertThat(read("Name\tDoB\tReg\nDale\t1/2/1990\tAB12 CDE"))
                .containsExactly("| Name | DoB | Reg |", "| Dale | 1/2/1990 | AB12 CDE |");
    }

    @Test
    void wordsThatOnlyHappenToStandApartAreLines() {
        List<String> lines =
                List.of("Name:   Dale   DOB:   1/2/1990", "He said  well  no.", "They left the  scene at  ten.");
        assertThat(read(String.join("\n", lines))).isEqualTo(lines);
    }

    private static List<String> read(String text) {
        return Shown.of("a.txt", text.getBytes(StandardCharsets.UTF_8));
    }
}
