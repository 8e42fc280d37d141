package org.sealpost.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
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

    /**
     * Of what is turned away: the bytes, whence they came and why they were not taken. Of what was not even read nothing
     * but its name is known, and tomorrow's file of that name is another one, so the day counts too.
     */
    Sha256 ofTurnedAway(Arrival arrival, Refusal why, Instant at) {
        String day = arrival.size() == 0 ? at.truncatedTo(ChronoUnit.DAYS).toString() : "";
        List<String> words = Stream.concat(
                        Stream.of(arrival.channel().word(), arrival.by(), why.code(), day),
                        words(arrival.returnAddress()))
                .toList();
        byte[][] parts = new byte[words.size() + 2][];
        parts[0] = salt.array();
        parts[1] = ofOriginals(arrival).bytes();
        for (int i = 0; i < words.size(); i++) {
            parts[i + 2] = Sha256.of(words.get(i).getBytes(UTF_8)).bytes();
        }
        return Sha256.of(parts);
    }

    private static Stream<String> words(ReturnAddress to) {
        if (to instanceof ReturnAddress.ByMail mail) {
            return Stream.of("mail", mail.address(), mail.messageId());
        }
        if (to instanceof ReturnAddress.ByDrop drop) {
            return Stream.of("drop", drop.fileName());
        }
        if (to instanceof ReturnAddress.ByPolledServer polled) {
            return Stream.of("polled", polled.server(), polled.fileName());
        }
        return Stream.empty();
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
