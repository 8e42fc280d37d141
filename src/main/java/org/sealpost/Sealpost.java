package org.sealpost;

/** The command line's front door. */
public final class Sealpost {
    private Sealpost() {}

    public static void main(String[] args) {}
}
