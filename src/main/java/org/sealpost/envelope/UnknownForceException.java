package org.sealpost.envelope;

import org.sealpost.submission.ForceId;

/** Nothing can be sealed to a force whose certificate is not known, has expired or may not be encrypted to. */
public final class UnknownForceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownForceException(ForceId force, String why) {
        super("cannot seal to " + force + ": " + why);
    }
}
