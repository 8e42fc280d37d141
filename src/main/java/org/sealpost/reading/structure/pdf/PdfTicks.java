package org.sealpost.reading.structure.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceEntry;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;

/** The boxes of a check box or radio button (ISO 32000-1, 12.7.4.2): every widget is one, on in a state of its own name. */
final class PdfTicks {
    private static final String OFF = "Off";
    /** Names that programs make up for a state, which say nothing to people. */
    private static final String MADE_UP = "(?i)(choice|option|button|opt|value|state|on)?[ _-]?\\d*";

    private final PDButton button;
    private final List<String> options;
    private final boolean alternatives;
    private final String tooltip;

    PdfTicks(PDButton button, String tooltip) {
        this.button = button;
        this.tooltip = tooltip;
        List<String> exports = button.getExportValues();
        options = exports == null ? List.of() : exports;
        alternatives = button instanceof PDRadioButton
                || button.getWidgets().stream()
                                .map(PdfTicks::onState)
                                .filter(s -> !s.isEmpty())
                                .distinct()
                                .count()
                        > 1;
    }

    /** As it is shown; a widget without a state of its own by the field's value. */
    boolean isTicked(int number) {
        COSName shown = button.getWidgets().get(number).getAppearanceState();
        if (shown != null) {
            return !shown.getName().isEmpty() && !shown.getName().equals(OFF);
        }
        String on = onState(button.getWidgets().get(number));
        String value = button.getValue();
        return !value.isEmpty() && !value.equals(OFF) && (on.isEmpty() || value.equals(on));
    }

    /** What the box stands for: of one among several its own name, of a single one what the form says of it. */
    String label(int number) {
        if (!alternatives) {
            return tooltip;
        }
        String on = onState(button.getWidgets().get(number));
        String own = on;
        if (!options.isEmpty()) {
            boolean counted = on.matches("\\d{1,4}") && Integer.parseInt(on) < options.size();
            int at = counted ? Integer.parseInt(on) : number;
            own = at < options.size() ? options.get(at) : on;
        }
        return own.matches(MADE_UP) ? "" : own.strip();
    }

    /** The one state that is not off; empty where its appearance does not tell. */
    private static String onState(PDAnnotationWidget widget) {
        List<String> states = new ArrayList<>();
        COSDictionary faces = widget.getCOSObject().getCOSDictionary(COSName.AP);
        for (COSName face : List.of(COSName.N, COSName.D)) {
            COSBase entry = faces == null ? null : faces.getDictionaryObject(face);
            if (entry instanceof COSDictionary named && new PDAppearanceEntry(named).isSubDictionary()) {
                named.keySet().forEach(state -> states.add(state.getName()));
            }
        }
        return states.stream().filter(state -> !state.equals(OFF)).findFirst().orElse("");
    }
}
