package org.sealpost.reading.structure.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.reading.structure.story.Prompts;
import org.sealpost.reading.structure.xfa.XfaText;
import org.sealpost.reading.structure.xml.Xml;
import org.xml.sax.SAXException;

/** What was filled in: of a text its value, of a choice what people see of it, not what the form exports. */
final class PdfAnswers {
    private PdfAnswers() {}

    /** The answer; empty where it is only the form's own prompt. */
    static String of(PDField field, PartLimits limits) throws IOException {
        return Prompts.answer(written(field, limits), lines(preset(field)));
    }

    /** Whatever stands in it. */
    static String written(PDField field, PartLimits limits) throws IOException {
        String value = field instanceof PDChoice choice ? chosen(choice) : field.getValueAsString();
        if ((value == null || value.isBlank()) && field instanceof PDTextField text) {
            value = rich(text, limits);
        }
        return lines(value == null ? "" : value);
    }

    /** What the form came with: of a choice its first entry may be a prompt. */
    private static String preset(PDField field) {
        if (field instanceof PDChoice choice) {
            List<String> shown = choice.getOptionsDisplayValues();
            return shown.isEmpty() ? "" : shown.get(0);
        }
        String preset = field instanceof PDTextField text ? text.getDefaultValue() : null;
        return preset == null ? "" : preset;
    }

    private static String lines(String value) {
        return value.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u0000', ' ')
                .strip();
    }

    private static String chosen(PDChoice choice) throws IOException {
        List<String> exported = choice.getOptionsExportValues();
        List<String> displayed = choice.getOptionsDisplayValues();
        List<String> chosen = new ArrayList<>();
        for (String value : choice.getValue()) {
            int at = exported.indexOf(value);
            chosen.add(at >= 0 && at < displayed.size() ? displayed.get(at) : value);
        }
        for (int at : chosen.isEmpty() ? choice.getSelectedOptionsIndex() : List.<Integer>of()) {
            if (at >= 0 && at < displayed.size()) {
                chosen.add(displayed.get(at));
            }
        }
        return String.join(", ", chosen);
    }

    /** Rich text (12.7.3.4) is XHTML. */
    private static String rich(PDTextField field, PartLimits limits) throws IOException {
        String rich = field.getRichTextValue();
        if (rich == null || rich.isBlank()) {
            return "";
        }
        try {
            return XfaText.of(Xml.parse(rich.getBytes(StandardCharsets.UTF_8), limits));
        } catch (SAXException e) {
            return "";
        }
    }
}
