package org.sealpost.web.signin;

/** Sends somebody the link by which that person may sign in. */
public interface LinkPost {
    /**
     * Returns when a mail server has it.
     *
     * @throws RuntimeException where none has it
     */
    void send(String address, String link);
}
