package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages and mail in HTML. */
class HtmlFormsTest {
    @Test
    void aSavedWebFormHasItsAnswers() {
        assertThat(read("<form><label for='n'>Full name</label><input id='n' name='name' value='Dale Winterburn'>"
                        + "<br><label>Agency <input name='agency' value='Teesdale'></label>"
                        + "<br>Role: <input name='role' value='Social worker'><input type='hidden' name='csrf' value='x'>"
                        + "<br><input type='checkbox' name='anon' checked> Anonymous <input type='checkbox' name='direct'> Direct"
                        + "<br><label><input type='radio' name='urgent' value='y' checked> Yes</label>"
                        + "<br><select name='basis'><option value=''>Choose</option><option selected>Told</option></select>"
                        + "<br><textarea name='info'>Seen\n twice</textarea><button>Send</button></form>"))
                .containsExactly(
                        "[name,Full name=Dale Winterburn]",
                        "[agency,Agency=Teesdale]",
                        "[role|Role:=Social worker]",
                        "[tick anon|Anonymous=true]",
                        "[tick direct|Direct=false]",
                        "[tick urgent,Yes=true]",
                        "[choice basis=Told]",
                        "[info=Seen/ twice]");
    }

    @Test
    void tablesWithMergedCells() {
        assertThat(read(
                        "<table><caption>Vehicles</caption><thead><tr><td>Reg</td><td>Make</td><td>Colour</td></tr></thead>"
                                + "<tr><td rowspan=2>AB12 CDE</td><td colspan=2>Audi, <b>black</b></td></tr>"
                                + "<tr><td>or</td><td>grey</td></tr></table>"))
                .containsExactly(
                        "# Vehicles",
                        "| *Reg | *Make | *Colour |",
                        "| AB12 CDE | <2>Audi, black |",
                        "|  | or | grey |");
    }

    @Test
    void aPageLaidOutInTablesIsNoTable() {
        assertThat(
                        read(
                                "<table><tr><td><h2>Suspect</h2><table><tr><td>Name</td><td>Dale</td></tr></table></td></tr></table>"))
                .containsExactly("# Suspect", "| Name | Dale |");
    }

    @Test
    void linesListsAndHeadings() {
        assertThat(read("<h1>Report</h1><p><b>Name:</b> Dale<br><b>Reg:</b>&nbsp;AB12 CDE</p><p><b>Suspect</b></p>"
                        + "<div>a<div>b</div>c</div><dl><dt>Role</dt><dd>Nurse</dd><dt>Tel:</dt><dd>01632 960001</dd></dl>"
                        + "<ul><li>one</li><li>two</li></ul><pre>x  y\nz</pre>"))
                .containsExactly(
                        "# Report",
                        "Name: Dale",
                        "Reg: AB12 CDE",
                        "# Suspect",
                        "a",
                        "b",
                        "c",
                        "Role: Nurse",
                        "Tel: 01632 960001",
                        "one",
                        "two",
                        "x  y",
                        "z");
    }

    @Test
    void whatIsNotShownIsNotRead() {
        assertThat(
                        read(
                                "<style>p{}</style><script>x</script><p hidden>a</p><p style='display: none'>b</p>"
                                        + "<span style='mso-hide:all'>c</span><div style='font-size:0px'>d</div><!-- e --><p>shown</p>"))
                .containsExactly("shown");
    }

    private static List<String> read(String body) {
        return Shown.of(
                "a.html",
                ("<!DOCTYPE html><html><head><meta charset='utf-8'><title>t</title></head><body>" + body
                                + "</body></html>")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
