package org.sealpost.channel.mail;

import org.sealpost.submission.Bytes;

/** A letter as the mail server holds it, before anybody has looked into it. */
public sealed interface Letter {
    LetterId id();

    /**
     * All of it.
     *
     * @param untrusted the very bytes of the server
     */
    record Whole(LetterId id, Bytes untrusted) implements Letter {}

    /**
     * More than is taken.
     *
     * @param untrustedHead the beginning only, enough for its header
     */
    record TooLarge(LetterId id, Bytes untrustedHead) implements Letter {}
}
