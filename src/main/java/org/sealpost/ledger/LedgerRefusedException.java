package org.sealpost.ledger;

/** A text that claims to be the ledger's is not, or not exactly. The code is stable; the sentence holds no content. */
public final class LedgerRefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    public LedgerRefusedException(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Lower-case words joined by hyphens, like {@code wrong-signature}. */
    public String code() {
        return code;
    }
}
