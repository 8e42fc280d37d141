package org.sealpost.channel.sftp.drop;

import java.nio.file.Path;

/**
 * Where the drop server listens.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param hostKey the server's own private key in OpenSSH format; it must exist, and is never made by the server itself
 */
public record DropSettings(String host, int port, Path hostKey, DropLimits limits) {
    public DropSettings {
        if (host.isBlank() || port < 0 || port > 65535) {
            throw new IllegalArgumentException("the SFTP drop server needs an address and a port to listen on");
        }
    }
}
