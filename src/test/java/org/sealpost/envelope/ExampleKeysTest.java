package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Every published example key is known again. */
class ExampleKeysTest {
    private final ExampleKeys known = ExampleKeys.published();

    @Test
    void theKeysOfTheEnvelope() throws Exception {
        assertThat(known.contains(Example.gateway().publicKey().array())).isTrue();
        assertThat(known.contains(Example.opening().publicKey().array())).isTrue();
        assertThat(known.contains(Example.certificate().publicKey().array())).isTrue();
        assertThat(known.contains(
                        Example.gateway().postQuantumPublicKey().orElseThrow().array()))
                .isTrue();
        assertThat(known.contains(
                        Example.opening().postQuantumPublicKey().orElseThrow().array()))
                .isTrue();
        assertThat(known.contains(Example.certificate()
                        .postQuantumPublicKey()
                        .orElseThrow()
                        .array()))
                .isTrue();
        Path receipts = Example.FORCE_FILES.resolve("receipts.pem");
        assertThat(known.contains(ReceiptCertificate.load(receipts).publicKey().array()))
                .isTrue();
        assertThat(known.contains(ReceiptIdentity.load(receipts, Example.FORCE_FILES.resolve("receipts.key.pem"))
                        .publicKey()
                        .array()))
                .isTrue();
    }

    @Test
    void theKeyOfTheReturnAddresses() throws Exception {
        AddressKey key = AddressKey.load(Example.CERTS.resolve("gateway/addresses.key"));
        assertThat(known.containsFingerprint(key.fingerprint())).isTrue();
    }

    @Test
    void theSshKeys() throws Exception {
        for (String file :
                new String[] {"gateway/ssh_host_ed25519_key.pub", "partners/example-agency/id_ed25519.pub"}) {
            String line = Files.readString(Example.CERTS.resolve(file));
            assertThat(known.contains(Base64.getDecoder().decode(line.split(" ")[1])))
                    .isTrue();
        }
    }

    @Test
    void noOtherKey() {
        assertThat(known.contains(Cast.opening("force").publicKey().array())).isFalse();
        assertThat(known.contains(new byte[32])).isFalse();
    }
}
