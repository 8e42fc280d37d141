package org.sealpost.torture;

import java.io.IOException;

/** Somebody who sends by one channel and keeps what he sends until the gateway has said that it has it. */
interface Sender {
    /** The channel's name. */
    String channel();

    /** Lays it where the gateway takes it, or hands it over. Returns true where the gateway has said that it has it. */
    boolean send(Form form) throws IOException;

    /** Whether he sends again what was not taken; otherwise it lies where the gateway finds it. */
    boolean sendsAgain();

    /** Whether the gateway has said by now that it has it. */
    boolean accepted(Form form) throws IOException;

    /** Empty where he was told by now that the force has it; otherwise what is missing. */
    String untold(Form form) throws IOException;
}
