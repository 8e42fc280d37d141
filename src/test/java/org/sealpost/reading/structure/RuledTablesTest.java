package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables by their drawn rules. */
class RuledTablesTest {
    private static List<String> shown(PdfSheet sheet) {
        return Shown.of("form.pdf", sheet.bytes());
    }

    private static PdfSheet grid(
            PdfSheet sheet, double x, double y, double width, double height, int across, int down) {
        for (int column = 0; column < across; column++) {
            for (int row = 0; row < down; row++) {
                sheet.box(x + column * width, y + row * height, width, height);
            }
        }
        return sheet;
    }

    @Test
    void aTableInACellStandsBetweenTheRowsAroundIt() {
        PdfSheet sheet = new PdfSheet()
                .box(50, 100, 200, 30)
                .box(250, 100, 200, 30)
                .box(50, 130, 400, 100)
                .box(50, 230, 200, 30)
                .box(250, 230, 200, 30)
                .text(60, 118, "Agency")
                .text(260, 118, "Harbour Street Mission")
                .text(60, 145, "Vehicles")
                .text(70, 170, "Index")
                .text(170, 170, "Make")
                .text(70, 190, "AB12 CDE")
                .text(170, 190, "Ford")
                .text(60, 248, "Post")
                .text(260, 248, "Teacher");
        grid(sheet, 65, 155, 100, 20, 2, 2);
        assertThat(shown(sheet))
                .containsExactly(
                        "| Agency | Harbour Street Mission |",
                        "| <2>Vehicles |",
                        "| Index | Make |",
                        "| AB12 CDE | Ford |",
                        "| Post | Teacher |");
    }

    @Test
    void aTableWithoutASideBorderHasItsOuterColumns() {
        PdfSheet sheet = new PdfSheet()
                .line(50, 100, 450, 100)
                .line(50, 120, 450, 120)
                .line(50, 140, 450, 140)
                .line(180, 100, 180, 140)
                .line(320, 100, 320, 140)
                .text(60, 114, "Name")
                .text(190, 114, "Known as")
                .text(330, 114, "Born")
                .text(60, 134, "Ann Cole")
                .text(190, 134, "Nan")
                .text(330, 134, "4/8/2009");
        assertThat(shown(sheet)).containsExactly("| Name | Known as | Born |", "| Ann Cole | Nan | 4/8/2009 |");
    }

    @Test
    void aCellOverSeveralRowsStandsOnceAtTheFirst() {
        PdfSheet sheet = new PdfSheet()
                .box(50, 100, 100, 40)
                .box(150, 100, 100, 20)
                .box(150, 120, 100, 20)
                .box(250, 100, 150, 20)
                .box(250, 120, 150, 20)
                .text(60, 123, "Second person")
                .text(160, 114, "Name")
                .text(260, 114, "Ann Cole")
                .text(160, 134, "Alias")
                .text(260, 134, "Nan");
        assertThat(shown(sheet)).containsExactly("| Second person | Name | Ann Cole |", "|  | Alias | Nan |");
    }

    @Test
    void cellsMayBeShadedInsteadOfRuled() {
        PdfSheet sheet = new PdfSheet();
        for (int row = 0; row < 2; row++) {
            sheet.filled(50, 100 + 20 * row, 100, 20, 0.8f).filled(150, 100 + 20 * row, 200, 20, 0.95f);
        }
        sheet.text(60, 114, "Name")
                .text(160, 114, "Ann Cole")
                .text(60, 134, "Alias")
                .text(160, 134, "Nan");
        assertThat(shown(sheet)).containsExactly("| Name | Ann Cole |", "| Alias | Nan |");
    }

    @Test
    void labelsBesideBoxesThatStandApartArePairs() {
        PdfSheet sheet = new PdfSheet();
        String[] asked = {"Name", "Home address", "Post held"};
        String[] told = {"Ann Cole", "12 Ropery Walk, Leeds", "Teacher"};
        for (int row = 0; row < 3; row++) {
            sheet.text(50, 114 + 30 * row, asked[row])
                    .box(150, 100 + 30 * row, 250, 20)
                    .text(155, 114 + 30 * row, told[row]);
        }
        assertThat(shown(sheet))
                .containsExactly(
                        "| Name | Ann Cole |", "| Home address | 12 Ropery Walk, Leeds |", "| Post held | Teacher |");
    }

    @Test
    void headsThatNoRulePartsStandOverTheirColumnsAndATitleDoesNot() {
        PdfSheet sheet = grid(new PdfSheet().box(50, 100, 390, 20), 50, 120, 130, 20, 3, 1)
                .text(60, 114, "Name")
                .text(190, 114, "Known as")
                .text(320, 114, "Born")
                .text(60, 134, "Ann Cole")
                .text(190, 134, "Nan")
                .text(320, 134, "4/8/2009");
        grid(sheet.box(50, 200, 390, 20), 50, 220, 130, 20, 3, 1)
                .text(60, 214, "Details of the suspected person or people, if you know")
                .text(60, 234, "Ann Cole")
                .text(190, 234, "Nan")
                .text(320, 234, "4/8/2009");
        assertThat(shown(sheet))
                .containsExactly(
                        "| Name | Known as | Born |",
                        "| Ann Cole | Nan | 4/8/2009 |",
                        "| <3>Details of the suspected person or people, if you know |",
                        "| Ann Cole | Nan | 4/8/2009 |");
    }
}
