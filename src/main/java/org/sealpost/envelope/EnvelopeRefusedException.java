package org.sealpost.envelope;

/** What came is not an envelope to accept. The code is stable; the message holds no content. */
public final class EnvelopeRefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    public EnvelopeRefusedException(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** One of the codes of {@code docs/design/envelope.md}. */
    public String code() {
        return code;
    }
}
