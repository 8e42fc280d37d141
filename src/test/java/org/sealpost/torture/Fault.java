package org.sealpost.torture;

import java.util.List;
import java.util.Random;

/**
 * Something that goes wrong while forms come in.
 *
 * @param name what it is, for people
 * @param places where somebody is killed, one after the other; forms come in until all were tried, and not a few only
 */
record Fault(String name, List<String> places, Striking striking) {
    /**
     * Lets it go wrong; other threads send forms meanwhile. What is broken when it returns stays so until the world is
     * healed.
     *
     * @return whether it did go wrong: a place may not be met, a letter may be through before anybody could take it
     */
    boolean strike(World world, Random random) throws Exception {
        return striking.strike(world, random);
    }

    static Fault of(String name, Striking striking) {
        return new Fault(name, List.of(), striking);
    }

    /** What {@link #strike} does. */
    @FunctionalInterface
    interface Striking {
        boolean strike(World world, Random random) throws Exception;
    }
}
