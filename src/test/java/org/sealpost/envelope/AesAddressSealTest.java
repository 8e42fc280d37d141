package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;

class AesAddressSealTest {
    private static final ReturnAddress MAIL = new ReturnAddress.ByMail("worker@agency.example", "<1@agency.example>");
    private final SubmissionId id = SubmissionId.random();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private AddressSeal seal;

    @BeforeEach
    void load() throws Exception {
        seal = new AesAddressSeal(AddressKey.load(Example.CERTS.resolve("gateway/addresses.key")));
    }

    @Test
    void everyKindOfAddressComesBack() {
        for (ReturnAddress address : List.of(
                MAIL,
                new ReturnAddress.ByDrop("form é.pdf"),
                new ReturnAddress.ByPolledServer("county", "form.pdf"),
                new ReturnAddress.ByWeb(),
                new ReturnAddress.Nobody())) {
            assertThat(seal.open(id, seal.seal(id, address))).isEqualTo(address);
        }
    }

    @Test
    void isUnreadableAndNeverTheSameTwice() {
        Bytes once = seal.seal(id, MAIL);
        assertThat(new String(once.array(), StandardCharsets.ISO_8859_1)).doesNotContain("agency");
        assertThat(seal.seal(id, MAIL)).isNotEqualTo(once);
    }

    @Test
    void doesNotOpenForAnotherSubmission() {
        refused(seal, SubmissionId.random(), seal.seal(id, MAIL).array());
    }

    @Test
    void doesNotOpenWithAnotherKey() throws Exception {
        Path other = folder.resolve("other.key");
        Files.writeString(other, Base64.getEncoder().encodeToString(new byte[32]));
        refused(
                new AesAddressSeal(AddressKey.load(other)),
                id,
                seal.seal(id, MAIL).array());
    }

    @Test
    void doesNotOpenWhenAnyByteIsChangedOrMissing() {
        byte[] sealed = seal.seal(id, MAIL).array();
        for (int i = 0; i < sealed.length; i++) {
            refused(seal, id, Forge.flipped(sealed, i));
            refused(seal, id, java.util.Arrays.copyOf(sealed, i));
        }
    }

    private static void refused(AddressSeal seal, SubmissionId id, byte[] sealed) {
        assertThatThrownBy(() -> seal.open(id, Bytes.of(sealed))).isInstanceOf(IllegalStateException.class);
    }
}
