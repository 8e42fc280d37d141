package org.sealpost.envelope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.sealpost.submission.Sha256;

/** The key that keeps return addresses unreadable at rest: AES-256; never prints itself. */
public final class AddressKey {
    private static final int KEY_BYTES = 32;
    private final Secret<SecretKey> key;
    private final Sha256 fingerprint;

    private AddressKey(byte[] bytes) {
        this.key = new Secret<>(new SecretKeySpec(bytes, "AES"));
        this.fingerprint = Sha256.of(bytes);
    }

    /**
     * @param base64 a file with 32 bytes in base64 on one line, as {@code openssl rand -base64 32} writes it
     * @throws IllegalArgumentException where it is anything else; the message names the file
     */
    public static AddressKey load(Path base64) throws IOException {
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(Files.readString(base64, StandardCharsets.ISO_8859_1)
                            .strip());
            if (bytes.length == KEY_BYTES) {
                return new AddressKey(bytes);
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the cause: it may quote the key.
        }
        throw new IllegalArgumentException(base64 + " does not hold 32 bytes in base64");
    }

    Secret<SecretKey> key() {
        return key;
    }

    /** SHA-256 of its 32 bytes, for {@link ExampleKeys#containsFingerprint}. */
    public Sha256 fingerprint() {
        return fingerprint;
    }

    @Override
    public String toString() {
        return "the key of the return addresses";
    }
}
