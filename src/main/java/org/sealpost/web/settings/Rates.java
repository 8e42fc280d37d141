package org.sealpost.web.settings;

/**
 * How often something may be asked for in a minute; links in 15 minutes.
 *
 * @param signIns tried from one address of the network
 * @param links to sign in by, asked for from one address of the network
 * @param uploads by one person or program
 * @param requests by one person or program in all, uploads among them; without one, from one address
 */
public record Rates(int signIns, int links, int uploads, int requests) {
    /** 60, 10, 600 and 6,000. */
    public static final Rates DEFAULT = new Rates(60, 10, 600, 6_000);

    /** @throws IllegalArgumentException where nothing would be allowed */
    public Rates {
        if (signIns < 1 || links < 1 || uploads < 1 || requests < 1) {
            throw new IllegalArgumentException("rates are positive");
        }
    }
}
