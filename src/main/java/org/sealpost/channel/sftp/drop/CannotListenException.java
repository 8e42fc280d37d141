package org.sealpost.channel.sftp.drop;

import java.io.IOException;

/** The drop server's port cannot be had. The message is one sentence that names the port and the setting; there is no cause. */
public final class CannotListenException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int port;

    CannotListenException(String host, int port, String why) {
        super("the SFTP server cannot listen on " + host + ":" + port + " (" + why
                + "): end what listens there, or set another sealpost.sftp.port");
        this.port = port;
    }

    public int port() {
        return port;
    }

    /** The name of the setting that would help. */
    public String setting() {
        return "sealpost.sftp.port";
    }
}
