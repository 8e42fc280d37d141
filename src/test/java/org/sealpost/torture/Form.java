package org.sealpost.torture;

import java.util.Random;
import java.util.regex.Pattern;

/**
 * An invented form.
 *
 * @param token stands in it, in no other, and can be found in the original at the force
 */
record Form(String token, String text) {
    static final Pattern TOKEN = Pattern.compile("TORTURE-[0-9]{6}-[0-9a-f]{8}");

    static Form of(int number, Random random) {
        String token = "TORTURE-%06d-%08x".formatted(number, random.nextInt());
        // Large enough that a connection can be cut in the middle of it.
        String more =
                "He waits by the gate of the yard.\n".repeat(random.nextInt(4) == 0 ? 12_000 : random.nextInt(200));
        return new Form(
                token,
                """
                Your name: Ann Reed
                Your reference: %s
                Suspect name: Paul Frost
                Vehicle registration: AB12 CDE
                Information:
                %s"""
                        .formatted(token, more));
    }
}
