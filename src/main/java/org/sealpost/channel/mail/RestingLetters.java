package org.sealpost.channel.mail;

import org.apache.camel.spi.IdempotentRepository;

/**
 * What Camel asks before it takes a letter: those that rest after a fault, and those that only wait to be filed, are
 * passed over before they count towards a poll, so any number of them never keeps the others waiting. Remembers
 * nothing itself: presence in the inbox is the list of what is to be done.
 */
public final class RestingLetters implements IdempotentRepository {
    private final Mailbox mailbox;

    public RestingLetters(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public boolean add(String key) {
        return LetterId.parse(key).filter(mailbox::isDue).isPresent();
    }

    @Override
    public boolean contains(String key) {
        return !add(key);
    }

    @Override
    public boolean remove(String key) {
        return true;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
