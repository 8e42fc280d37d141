package org.sealpost.envelope;

/** Why bytes from outside were not what they should be; becomes the refusal of an envelope or of a receipt. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    Refused(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    Refused(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /** Throws unless {@code holds}. */
    static void unless(boolean holds, String code, String sentence) throws Refused {
        if (!holds) {
            throw new Refused(code, sentence);
        }
    }
}
