package org.sealpost.reading.meaning.form;

import java.util.ArrayList;
import java.util.List;

/**
 * How a form is recognised.
 *
 * @param fields names of fields, whole
 * @param labels printed texts
 * @param least the share of both together that must be there, 0.5 to 1
 */
record Fingerprint(List<String> fields, List<String> labels, double least) {
    static final double USUAL = 0.8;

    Fingerprint {
        fields = List.copyOf(fields);
        labels = List.copyOf(labels);
    }

    int size() {
        return fields.size() + labels.size();
    }

    /** What of it a document lacks. */
    List<String> missing(FormPrint print) {
        List<String> missing = new ArrayList<>();
        fields.stream().filter(f -> !print.hasField(f)).forEach(missing::add);
        labels.stream().filter(l -> !print.hasText(l)).forEach(missing::add);
        return missing;
    }
}
