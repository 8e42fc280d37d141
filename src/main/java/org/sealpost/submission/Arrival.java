package org.sealpost.submission;

import java.time.Instant;
import java.util.List;

/**
 * What one sender sent in one go, before it is anything else. Held in memory only: its source is its store until it is
 * admitted.
 *
 * @param originals at least one, in the order in which they came; of an e-mail the one whole message
 * @param source where it stood before
 * @param by who, in the words of the channel's own sign-in (a configured account name, never an address from a form)
 */
public record Arrival(
        PartnerId partner,
        ForceId force,
        Channel channel,
        String by,
        Instant arrivedAt,
        List<Original> originals,
        ReturnAddress returnAddress,
        Source source) {
    public Arrival {
        originals = List.copyOf(originals);
        if (originals.isEmpty()) {
            throw new IllegalArgumentException("an arrival has at least one original");
        }
    }

    public long size() {
        return originals.stream().mapToLong(o -> o.content().size()).sum();
    }

    @Override
    public String toString() {
        return channel.word() + " arrival from " + partner + " with " + originals.size() + " originals";
    }
}
