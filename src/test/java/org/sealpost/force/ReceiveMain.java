package org.sealpost.force;

import picocli.CommandLine;

/** The command in a process of its own. */
public final class ReceiveMain {
    private ReceiveMain() {}

    public static void main(String[] arguments) {
        Runtime.getRuntime().halt(new CommandLine(new ReceiveCommand()).execute(arguments));
    }
}
