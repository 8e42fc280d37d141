package org.sealpost.envelope;

/** What came back is not a receipt for this envelope. The code is stable; the message holds no content. */
public final class ReceiptRefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    public ReceiptRefusedException(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
