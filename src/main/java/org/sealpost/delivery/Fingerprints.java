package org.sealpost.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Collection;
import java.util.TreeSet;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * By which two equal submissions know each other: SHA-256 over the salt, the partner, the force and the sorted set of
 * digests. The salt keeps whoever reads the database from trying out documents against it.
 */
final class Fingerprints {
    private final Bytes salt;

    Fingerprints(Bytes salt) {
        this.salt = salt;
    }

    /** Of the bytes as they came. */
    Sha256 ofOriginals(Arrival arrival) {
        return of(
                arrival,
                arrival.originals().stream().map(o -> o.content().sha256()).toList());
    }

    /** Of what the sender meant to send. @param digests at least one */
    Sha256 of(Arrival arrival, Collection<Sha256> digests) {
        TreeSet<Sha256> sorted = new TreeSet<>(digests);
        byte[][] parts = new byte[sorted.size() + 2][];
        parts[0] = salt.array();
        parts[1] = (arrival.partner() + "\n" + arrival.force() + "\n").getBytes(US_ASCII);
        int i = 2;
        for (Sha256 digest : sorted) {
            parts[i++] = digest.bytes();
        }
        return Sha256.of(parts);
    }
}
