package org.sealpost.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Certificates for this machine's loopback, made on the fly with {@code openssl}. */
public final class TlsAuthority {
    public final Path folder;

    public TlsAuthority(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        run("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=test-authority"
                + " -keyout ca.key -out ca.pem");
    }

    /** Makes {@code NAME.key}, {@code NAME.crt}, and both in {@code NAME.pem}, key first; for localhost and 127.0.0.1. */
    public void issue(String name) throws IOException, InterruptedException {
        issue(name, "DNS:localhost,IP:127.0.0.1");
    }

    /** The same for somebody else, such as {@code DNS:other.example}. */
    void issue(String name, String names) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("san"), "subjectAltName=" + names + "\n");
        run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out " + name + ".key");
        run("req -new -key " + name + ".key -subj /CN=localhost -out " + name + ".csr");
        run("x509 -req -in " + name + ".csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile san -out " + name
                + ".crt");
        Files.writeString(
                folder.resolve(name + ".pem"),
                Files.readString(folder.resolve(name + ".key")) + Files.readString(folder.resolve(name + ".crt")));
        Files.setPosixFilePermissions(folder.resolve(name + ".key"), PosixFilePermissions.fromString("rw-------"));
    }

    private void run(String arguments) throws IOException, InterruptedException {
        Process openssl = new ProcessBuilder(("openssl " + arguments).split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
        if (openssl.waitFor() != 0) {
            throw new IOException("openssl: " + Files.readString(folder.resolve("openssl.log")));
        }
    }
}
