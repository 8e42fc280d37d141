package org.sealpost.reading.meaning;

import java.util.List;
import org.sealpost.reading.Cover;
import org.sealpost.reading.Interpreter;
import org.sealpost.reading.Reading;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.meaning.entity.Understanding;
import org.sealpost.reading.meaning.form.KnownForms;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;
import org.sealpost.submission.Sha256;

/** Understands information sharing forms by a vocabulary of labels. Immutable, safe to share between threads. */
public final class FormInterpreter implements Interpreter {
    private final Understanding understanding;

    public FormInterpreter(Vocabulary vocabulary, KnownForms forms) {
        understanding = new Understanding(vocabulary, forms);
    }

    @Override
    public Reading interpret(Cover cover, List<Document> documents, List<Sha256> substance) {
        return understanding.read(cover, documents, substance);
    }
}
