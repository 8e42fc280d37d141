package org.sealpost;

/** The gateway will not start like this; the message says why in one sentence, with a stable code in front. */
final class RefusedToStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedToStartException(String code, String sentence) {
        super(code + ": " + sentence);
    }
}
