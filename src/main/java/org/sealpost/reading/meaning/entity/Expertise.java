package org.sealpost.reading.meaning.entity;

import org.jspecify.annotations.Nullable;
import org.sealpost.reading.meaning.form.KnownForm;
import org.sealpost.reading.meaning.form.KnownForms;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.layout.DocumentLayout;
import org.sealpost.reading.meaning.value.Answers;
import org.sealpost.reading.meaning.value.OnlineIdentities;
import org.sealpost.reading.meaning.value.VehicleWords;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;

/** What is built from a vocabulary once and shared by all readings. */
record Expertise(
        Vocabulary vocabulary,
        LabelMatcher labels,
        DocumentLayout layout,
        Answers answers,
        OnlineIdentities online,
        VehicleWords vehicles,
        KnownForms forms) {
    static Expertise of(Vocabulary v, KnownForms forms) {
        LabelMatcher labels = new LabelMatcher(v);
        return new Expertise(
                v,
                labels,
                new DocumentLayout(labels),
                new Answers(v.noAnswer(), v.affirmative()),
                new OnlineIdentities(v.services()),
                new VehicleWords(v.makes(), v.colours(), v.colourQualifiers()),
                forms);
    }

    /** Where the document is a known form, sharpened by what is known. */
    DocumentLayout layout(@Nullable KnownForm form) {
        return form == null ? layout : new DocumentLayout(labels.knowing(form.labels()));
    }
}
