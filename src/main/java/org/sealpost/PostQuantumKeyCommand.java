package org.sealpost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.envelope.PostQuantumPair;
import org.sealpost.submission.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a key of ML-KEM-1024 or ML-DSA-65 and its certificate, for who has no OpenSSL 3.5 at hand. */
@Command(
        name = "post-quantum-key",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a private key and its certificate: of ML-KEM-1024 for a force that receives, of ML-DSA-65 for a gateway.",
            "Prints the SHA-256 of the public key. OpenSSL from 3.5 makes the same."
        })
final class PostQuantumKeyCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 36_500;

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "ml-kem-1024 or ml-dsa-65.")
    private String kind = "";

    @Option(
            names = "--subject",
            required = true,
            paramLabel = "NAME",
            description = "The certificate's subject, as O=...,CN=... A gateway's two certificates have the same.")
    private String subject = "";

    @Option(names = "--issuer", required = true, paramLabel = "PEM", description = "The authority's certificate.")
    private Path issuer = Path.of(".");

    @Option(names = "--issuer-key", required = true, paramLabel = "PEM", description = "The authority's private key.")
    private Path issuerKey = Path.of(".");

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "1095",
            description = "How long it is valid from now (default: ${DEFAULT-VALUE}).")
    private int days = 1095;

    @Option(names = "--key", required = true, paramLabel = "PEM", description = "Where the private key goes.")
    private @Nullable Path key;

    @Option(names = "--certificate", required = true, paramLabel = "PEM", description = "Where the certificate goes.")
    private @Nullable Path certificate;

    @Override
    public Integer call() throws IOException {
        if (days < 1 || days > MOST_DAYS || key == null || certificate == null) {
            return wrong("--days is a number from 1 to " + MOST_DAYS);
        }
        try {
            PostQuantumPair.Kind wanted =
                    PostQuantumPair.Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
            Instant now = Clock.systemUTC().instant();
            PostQuantumPair pair =
                    PostQuantumPair.make(wanted, subject, now, now.plus(Duration.ofDays(days)), issuer, issuerKey);
            write(key, "rw-------", "PRIVATE KEY", pair.privateKey());
            write(certificate, "rw-r--r--", "CERTIFICATE", pair.certificate());
            System.out.println(pair.publicKey().sha256());
            return 0;
        } catch (NoSuchFileException e) {
            return wrong("there is no file or folder " + e.getFile());
        } catch (FileAlreadyExistsException e) {
            return wrong(e.getFile() + " is there already");
        } catch (IllegalArgumentException e) {
            return wrong(String.valueOf(e.getMessage()));
        }
    }

    private static int wrong(String sentence) {
        System.err.println("sealpost: " + sentence);
        return 2;
    }

    /** Never over what is there. */
    private static void write(Path file, String permissions, String label, Bytes der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.array());
        String pem = "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.write(file, pem.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    }
}
