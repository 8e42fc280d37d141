package org.sealpost.envelope;

import java.util.List;
import java.util.stream.Stream;

/**
 * An envelope and what an opener must say to it.
 *
 * @param name of its file, without {@code .p7m}
 * @param opener the key it is given to
 * @param code of the refusal, or {@link #ACCEPTED}
 */
record Vector(String name, String opener, String code, Making making) {
    static final String ACCEPTED = "accepted";

    interface Making {
        byte[] make() throws Exception;
    }

    /** One for the force that opens by key agreement. */
    static Vector of(String name, String code, Making making) {
        return new Vector(name, "force", code, making);
    }

    static Vector rsa(String name, String code, Making making) {
        return new Vector(name, "rsa-force", code, making);
    }

    static List<Vector> all() {
        return Stream.of(RightVectors.all(), OuterVectors.all(), RecipientVectors.all(), InnerVectors.all())
                .flatMap(List::stream)
                .toList();
    }

    String indexed() {
        return name + ".p7m " + opener + " " + code;
    }

    /** What the opener says to these bytes. */
    static String said(String opener, byte[] envelope) {
        try {
            Cast.opener(opener).open(org.sealpost.submission.Bytes.of(envelope));
            return ACCEPTED;
        } catch (EnvelopeRefusedException e) {
            return e.code();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
