package org.sealpost.channel.sftp.poll;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/**
 * An SFTP server that somebody else runs.
 *
 * @param name its name here: lower-case letters, digits and inner hyphens; never changed while receipts are outstanding
 * @param keyFile the private key to sign in with, in OpenSSH format; this or a password must be there
 * @param knownHosts an OpenSSH {@code known_hosts} file that holds the server's key; another key, or none, and nothing is
 *     taken
 * @param directory the folder that is polled, relative to where the user arrives (Camel knows no other); {@code handled/}, {@code needs-a-person/} and {@code receipts/} stand in it
 * @param partner whose server it is
 * @param force to whom what lies there goes
 * @param interval between two looks; a file is taken at the second look that finds it unchanged
 * @param largest the largest file that is taken, in bytes
 */
public record PolledServer(
        String name,
        String host,
        int port,
        String user,
        Optional<Path> keyFile,
        Optional<String> password,
        Path knownHosts,
        String directory,
        PartnerId partner,
        ForceId force,
        Duration interval,
        int largest) {
    private static final Pattern DIRECTORY = Pattern.compile("[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*");
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** 25 MiB. */
    public static final int LARGEST = 25 << 20;

    public PolledServer {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a polled server's name has lower-case letters, digits and inner hyphens");
        }
        if (host.isBlank() || user.isBlank() || port < 1 || port > 65535) {
            throw new IllegalArgumentException("polled server " + name + " needs a host, a port and a user");
        }
        if (!DIRECTORY.matcher(directory).matches()) {
            throw new IllegalArgumentException("polled server " + name
                    + " needs a directory relative to where its user arrives, of letters, digits and ._-/");
        }
        if (keyFile.isEmpty() && password.isEmpty()) {
            throw new IllegalArgumentException("polled server " + name + " needs a key file or a password");
        }
        if (interval.toMillis() < 100 || largest < 1) {
            throw new IllegalArgumentException("polled server " + name + " needs an interval and a largest size");
        }
    }

    /** Names the server and never its password. */
    @Override
    public String toString() {
        return "polled server " + name;
    }
}
