package org.sealpost.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.sealpost.submission.Sha256;

/**
 * Knows the published example keys again, wherever they were copied to. What follows from it is for the caller to decide.
 * Immutable.
 */
public final class ExampleKeys {
    private static final String LIST = "/certs-example/FINGERPRINTS";
    private final Set<Sha256> fingerprints;

    private ExampleKeys(Set<Sha256> fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** Those that this build was published with. */
    public static ExampleKeys published() {
        try (InputStream list = ExampleKeys.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the build holds no " + LIST);
            }
            return new ExampleKeys(new String(list.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(Sha256::parse)
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether this is one of them.
     *
     * @param material the DER of a public key (SubjectPublicKeyInfo), the blob of an SSH public key, or the 32 bytes of a
     *     return-address key
     */
    public boolean contains(byte[] material) {
        return containsFingerprint(Sha256.of(material));
    }

    /** Whether that is the SHA-256 of the material of one of them. */
    public boolean containsFingerprint(Sha256 fingerprint) {
        return fingerprints.contains(fingerprint);
    }
}
