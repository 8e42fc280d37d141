package org.sealpost.web.signin;

import org.springframework.security.authentication.LockedException;

/** No password is looked at until the window has passed. */
public final class TooManyAttemptsException extends LockedException {
    private static final long serialVersionUID = 1;

    TooManyAttemptsException() {
        super("too many wrong passwords");
    }
}
