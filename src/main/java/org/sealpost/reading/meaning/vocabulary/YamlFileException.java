package org.sealpost.reading.meaning.vocabulary;

/** A file of settings for the reading that cannot be used. Its message is one sentence that names the file and the entry. */
public final class YamlFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public YamlFileException(String kind, String file, String problem) {
        super("the " + kind + " " + file + " cannot be used: " + problem);
    }
}
