package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that are only laid out, and text that is none. */
class LaidTablesTest {
    private static List<String> shown(PdfSheet sheet) {
        return Shown.of("form.pdf", sheet.bytes());
    }

    @Test
    void aGridWithAWrappedHeaderWrappedCellsAndBlanks() {
        PdfSheet sheet = new PdfSheet()
                .bold(50, 100, "Name of")
                .bold(50, 112, "person")
                .bold(120, 100, "Street name")
                .bold(200, 100, "Home address")
                .text(50, 132, "Dale")
                .text(50, 144, "Winterburn")
                .text(200, 132, "12 Ropery Walk,")
                .text(200, 144, "Leeds")
                .text(50, 164, "Ann Cole")
                .text(120, 164, "Nan");
        assertThat(shown(sheet))
                .containsExactly(
                        "| *Name of/person | *Street name | *Home address |",
                        "| Dale/Winterburn |  | 12 Ropery Walk,/Leeds |",
                        "| Ann Cole | Nan |  |");
    }

    @Test
    void twoPairsARowWithABlankAnswerAndAnAnswerAcross() {
        PdfSheet sheet = new PdfSheet()
                .text(50, 100, "Surname (if")
                .text(50, 113, "known)")
                .text(130, 100, "Barraclough")
                .text(300, 100, "Forename")
                .text(380, 100, "Rhian")
                .text(50, 132, "Known as")
                .text(300, 132, "Telephone")
                .text(380, 132, "01632 960123")
                .text(50, 151, "Address")
                .text(130, 151, "Flat 2, 28 Nightingale Close, Llandudno, LL30 3ZZ, by the bakery");
        assertThat(shown(sheet))
                .containsExactly(
                        "| Surname (if/known) | Barraclough | Forename | Rhian |",
                        "| Known as |  | Telephone | 01632 960123 |",
                        "| Address | <3>Flat 2, 28 Nightingale Close, Llandudno, LL30 3ZZ, by the bakery |");
    }

    @Test
    void theSameBlockOnceMoreLeftBlankHasTheSameColumns() {
        PdfSheet sheet = new PdfSheet()
                .text(50, 100, "Surname")
                .text(130, 100, "Cole")
                .text(300, 100, "Forename")
                .text(380, 100, "Ann")
                .text(50, 120, "Alias")
                .text(130, 120, "Nan")
                .text(300, 120, "Mobile")
                .bold(50, 150, "Second person")
                .text(50, 170, "Surname")
                .text(300, 170, "Forename")
                .text(50, 190, "Alias")
                .text(300, 190, "Mobile");
        assertThat(shown(sheet))
                .containsExactly(
                        "| Surname | Cole | Forename | Ann |",
                        "| Alias | Nan | Mobile |  |",
                        "# Second person",
                        "| Surname |  | Forename |  |",
                        "| Alias |  | Mobile |  |");
    }

    @Test
    void equallySpacedLinesAreRowsUnlessTheFirstColumnIsEmpty() {
        PdfSheet sheet = new PdfSheet()
                .text(50, 100, "Name")
                .text(130, 100, "Ann Cole")
                .text(50, 112, "Address")
                .text(130, 112, "12 Ropery Walk")
                .text(130, 124, "Leeds")
                .text(50, 136, "Post")
                .text(130, 136, "Teacher");
        assertThat(shown(sheet))
                .containsExactly("| Name | Ann Cole |", "| Address | 12 Ropery Walk/Leeds |", "| Post | Teacher |");
    }

    @Test
    void levelRulesPartTheRows() {
        PdfSheet sheet = new PdfSheet()
                .text(50, 112, "Name")
                .text(130, 112, "Ann Cole")
                .line(45, 117, 400, 117)
                .text(50, 129, "Address")
                .text(130, 129, "12 Ropery Walk")
                .text(130, 141, "Leeds")
                .line(45, 146, 400, 146)
                .text(50, 158, "Post")
                .text(130, 158, "Teacher")
                .line(45, 163, 400, 163)
                .text(50, 175, "Telephone")
                .text(130, 175, "01632 960123");
        assertThat(shown(sheet))
                .containsExactly(
                        "| Name | Ann Cole |",
                        "| Address | 12 Ropery Walk/Leeds |",
                        "| Post | Teacher |",
                        "| Telephone | 01632 960123 |");
    }

    @Test
    void runningTextIsNoTable() {
        PdfSheet sheet = new PdfSheet();
        String[] lines = {
            "He was dropped at the gate shortly after four with a new",
                    "telephone, and would not say who had paid for it: a man",
            "in a grey car, they said. Nobody knows    his name; she",
                    "called him Gaz. On Monday    he came again and waited",
        };
        for (int i = 0; i < lines.length; i++) {
            sheet.text(50, 100 + 12 * i, lines[i]);
        }
        assertThat(shown(sheet)).noneMatch(line -> line.startsWith("|"));
    }

    @Test
    void textInTwoColumnsIsNoTable() {
        PdfSheet sheet = new PdfSheet();
        for (int i = 0; i < 8; i++) {
            sheet.text(50, 100 + 12 * i, "and the notes that belong to this form");
            sheet.text(300, 100 + 12 * i, "must be kept where nobody else sees them");
        }
        assertThat(shown(sheet)).noneMatch(line -> line.startsWith("|"));
    }

    @Test
    void aListIsNoTable() {
        PdfSheet sheet = new PdfSheet();
        for (int i = 0; i < 4; i++) {
            sheet.text(50, 100 + 24 * i, (i + 1) + ".");
            sheet.text(75, 100 + 24 * i, "Do not use this form where a child is in danger:");
            sheet.text(75, 112 + 24 * i, "call 999 and say so.");
        }
        assertThat(shown(sheet)).noneMatch(line -> line.startsWith("|"));
    }
}
