package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.submission.Bytes;

/** A signed note, with OpenSSL as the judge. */
class NoteTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static NoteSigner signer() throws Exception {
        return new CmsNoteSigner(GatewayIdentity.load(
                Example.CERTS.resolve("gateway/signing.pem"), Example.CERTS.resolve("gateway/signing.key.pem")));
    }

    private int verify(byte[] note) throws Exception {
        Path file = Files.write(folder.resolve("note.eml"), note);
        return new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-verify",
                        "-in",
                        file.toString(),
                        "-CAfile",
                        Example.CERTS.resolve("ca.pem").toString(),
                        "-out",
                        folder.resolve("text").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start()
                .waitFor();
    }

    @Test
    void opensslVerifiesItAndNoOther() throws Exception {
        Bytes note = signer().sign("Reference: SP-0000-0000\nBring it.\n", Instant.now());
        assertThat(verify(note.array()))
                .as(Files.readString(folder.resolve("said")))
                .isZero();
        assertThat(Files.readString(folder.resolve("text"))).contains("Reference: SP-0000-0000", "Bring it.");
        String whole = new String(note.array(), StandardCharsets.US_ASCII);
        assertThat(whole).contains("\r\nBring it.\r\n");
        assertThat(verify(whole.replace("Bring it", "Burn it").getBytes(StandardCharsets.US_ASCII)))
                .isNotZero();
    }

    @Test
    void otherSignsThanAsciiAreRefused() {
        assertThatThrownBy(() -> signer().sign("caf\u00e9", Instant.now()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
