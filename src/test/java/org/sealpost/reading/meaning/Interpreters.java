package org.sealpost.reading.meaning;

import java.nio.file.Path;
import org.sealpost.reading.meaning.form.KnownForms;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;

/** Readers of forms with the vocabulary that stands in {@code config}. */
public final class Interpreters {
    private Interpreters() {}

    public static Vocabulary vocabulary() {
        return Vocabulary.load(Path.of("config/vocabulary"));
    }

    /** One that knows no form. */
    public static FormInterpreter standard() {
        return new FormInterpreter(vocabulary(), KnownForms.NONE);
    }
}
