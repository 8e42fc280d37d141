package org.sealpost.reading.meaning.form;

/** A form definition that cannot be used. Its message is one sentence that names the file and the entry. */
public final class FormFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FormFileException(String file, String problem) {
        super("the form definition " + file + " cannot be used: " + problem);
    }
}
