package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sealpost.reading.document.Document;

/** RTF as Word writes it. */
class RichTextFormsTest {
    private static final String FONTS =
            "{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fnil\\fcharset2 Wingdings;}{\\f2\\fcharset238 Arial CE;}}"
                    + "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}}";

    @Test
    void paragraphsHeadingsAndLettersOfEveryKind() {
        assertThat(read("\\pard\\plain\\s1 Suspects\\par \\pard\\plain\\b Vehicle\\b0\\par"
                        + "\\pard Si\\'e2n O\\u8217?Neill\\par {\\f2 \\'a3\\'f3d\\'9f} {\\b partly} bold\\par"
                        + "{\\f1\\'fe} Yes {\\f1\\u-3928\\'a8} No\\par one\\line two\\tab three\\par"
                        + "{\\v hidden}{\\deleted gone}{\\*\\annotation remark}seen\\par"
                        + "{\\upr{ansi}{\\*\\ud{uni}}}"))
                .startsWith(
                        "# Suspects",
                        "# Vehicle",
                        "Si\u00e2n O\u2019Neill",
                        "\u0141\u00f3d\u017a partly bold",
                        "\u2612 Yes \u2610 No",
                        "one",
                        "two\tthree",
                        "seen");
    }

    @Test
    void formFieldsAreFields() {
        assertThat(read("\\pard Name {\\field{\\*\\fldinst FORMTEXT {\\*\\formfield{\\fftype0{\\*\\ffname nm}"
                        + "{\\*\\ffdeftext [name]}{\\*\\ffstattext Full name}}}}{\\fldrslt Dale\\par Winterburn}}\\par"
                        + "{\\field{\\*\\fldinst FORMTEXT {\\*\\formfield{\\fftype0{\\*\\ffname no}{\\*\\ffdeftext [name]}}}}"
                        + "{\\fldrslt [name]}}\\par"
                        + "{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres1\\ffdefres0{\\*\\ffname an}}}}"
                        + "{\\fldrslt }} Anonymous\\par"
                        + "{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres25\\ffdefres0{\\*\\ffname di}}}}"
                        + "{\\fldrslt }} Direct\\par"
                        + "{\\field{\\*\\fldinst FORMDROPDOWN {\\*\\formfield{\\fftype2\\ffres1{\\*\\ffname ba}{\\*\\ffl Seen}"
                        + "{\\*\\ffl Told}}}}{\\fldrslt }}\\par"
                        + "{\\field{\\*\\fldinst HYPERLINK \"http://a.example\"}{\\fldrslt a link}}\\par"))
                .containsExactly(
                        "[nm,Full name|Name=Dale/Winterburn]",
                        "[no=]",
                        "[tick an|Anonymous=true]",
                        "[tick di|Direct=false]",
                        "[choice ba=Told]",
                        "a link");
    }

    @Test
    void tablesKeepTheirRowsCellsAndMerges() {
        assertThat(read(
                        "\\trowd\\cellx2000\\cellx4000\\cellx6000\\pard\\intbl{\\b Name}\\cell{\\b DoB}\\cell Reg\\cell\\row"
                                + "\\trowd\\clvmgf\\cellx2000\\cellx6000\\pard\\intbl Dale\\cell 1/2/1990\\par and later\\cell\\row"
                                + "\\trowd\\clvmrg\\cellx2000\\clmgf\\cellx4000\\clmrg\\cellx6000\\pard\\intbl\\cell merged\\cell\\cell\\row"
                                + "\\pard after\\par"))
                .containsExactly(
                        "| *Name | *DoB | Reg |", "| Dale | <2>1/2/1990/and later |", "|  | <2>merged |", "after");
    }

    @Test
    void nestedTablesAreTables() {
        assertThat(read(
                        "\\trowd\\cellx9000\\pard\\intbl{\\b Suspect}\\par\\pard\\intbl\\itap2 Name\\nestcell Dale\\nestcell"
                                + "{\\*\\nesttableprops\\trowd\\cellx3000\\cellx6000\\nestrow}{\\nonesttables\\par}"
                                + "\\pard\\intbl\\itap1\\cell\\row\\pard after\\par"))
                .containsExactly("# Suspect", "| Name | Dale |", "after");
    }

    @Test
    void headersFootersAndTextBoxesAreReadOnce() {
        assertThat(read("{\\header at the top\\par}{\\footer at the foot\\par}\\pard before"
                        + "{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt in a box\\par}}{\\shprslt in a box}}"
                        + " after{\\footnote a note}\\par"))
                .containsExactly("at the top", "before after", "in a box", "a note", "at the foot");
    }

    @Test
    void objectsAreParts() {
        String hex = java.util.HexFormat.of().formatHex("carried".getBytes(StandardCharsets.US_ASCII));
        List<Document> parts = Listing.of(
                        "a.rtf",
                        rtf("\\pard x{\\object\\objemb{\\*\\objclass P}{\\*\\objdata " + hex
                                + "}{\\result{\\pict\\wmetafile8 }}}\\par"))
                .parts;
        assertThat(parts).hasSize(2);
        assertThat(Shown.of(parts.get(1).elements())).containsExactly("carried");
    }

    private static List<String> read(String body) {
        return Shown.of("a.rtf", rtf(body));
    }

    private static byte[] rtf(String body) {
        return ("{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1" + FONTS + body + "}").getBytes(StandardCharsets.ISO_8859_1);
    }
}
