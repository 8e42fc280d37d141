package org.sealpost.torture;

import java.util.Random;

/** Something that goes wrong while forms come in. */
interface Fault {
    /** What it is, for people. */
    String name();

    /**
     * Lets it go wrong; other threads send forms meanwhile. What is broken when it returns stays so until the world is
     * healed.
     *
     * @return whether it did go wrong: a place may not be met, a letter may be through before anybody could take it
     */
    boolean strike(World world, Random random) throws Exception;

    static Fault of(String name, Striking striking) {
        return new Fault() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean strike(World world, Random random) throws Exception {
                return striking.strike(world, random);
            }
        };
    }

    /** What {@link #strike} does. */
    @FunctionalInterface
    interface Striking {
        boolean strike(World world, Random random) throws Exception;
    }
}
