package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.Test;

/** The library's ML-KEM-1024 and ML-DSA-65, and the key derivation here, give what others have published. */
class PublicVectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    /** C2SP/CCTV, ML-KEM, accumulated vectors of FIPS 203: 10,000 tests. */
    @Test
    void keyEncapsulation() {
        SHAKEDigest random = new SHAKEDigest(128);
        SHAKEDigest all = new SHAKEDigest(128);
        int batch = 500;
        for (int done = 0; done < 10_000; done += batch) {
            List<byte[][]> inputs = IntStream.range(0, batch)
                    .mapToObj(i -> new byte[][] {drawn(random, 64), drawn(random, 32), drawn(random, 1568)})
                    .toList();
            inputs.parallelStream()
                    .map(in -> encapsulated(in[0], in[1], in[2]))
                    .forEachOrdered(out -> out.forEach(part -> all.update(part, 0, part.length)));
        }
        assertThat(HEX.formatHex(drawn(all, 32)))
                .isEqualTo("e3bf82b013307b2e9d47dde791ff6dfc82e694e6382404abdb948b908b75bad5");
    }

    private static List<byte[]> encapsulated(byte[] seed, byte[] message, byte[] garbage) {
        MLKEMPrivateKeyParameters key = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_1024, seed);
        SecretWithEncapsulation made =
                MLKEMGenerator.internalGenerateEncapsulated(key.getPublicKeyParameters(), message);
        MLKEMExtractor extractor = new MLKEMExtractor(key);
        assertThat(extractor.extractSecret(made.getEncapsulation())).isEqualTo(made.getSecret());
        return List.of(
                key.getPublicKey(),
                key.getEncoded(),
                made.getEncapsulation(),
                made.getSecret(),
                extractor.extractSecret(garbage));
    }

    /** C2SP/CCTV, ML-DSA, accumulated vectors of FIPS 204: 100 tests. */
    @Test
    void signatures() throws Exception {
        SHAKEDigest random = new SHAKEDigest(128);
        SHAKEDigest all = new SHAKEDigest(128);
        for (int i = 0; i < 100; i++) {
            MLDSAPrivateKeyParameters key = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, drawn(random, 32));
            MLDSASigner signer = new MLDSASigner();
            signer.init(true, key);
            byte[] signature = signer.generateSignature();
            MLDSASigner verifier = new MLDSASigner();
            verifier.init(false, key.getPublicKeyParameters());
            assertThat(verifier.verifySignature(signature)).isTrue();
            Stream.of(key.getPublicKeyParameters().getEncoded(), signature)
                    .forEach(part -> all.update(part, 0, part.length));
        }
        assertThat(HEX.formatHex(drawn(all, 32)))
                .isEqualTo("8358a1843220194417cadbc2651295cd8fc65125b5a5c1a239a16dc8b57ca199");
    }

    /** RFC 9936, appendix C: from the shared secret to the content's key. Its parameter set is ML-KEM-512, with AES-128. */
    @Test
    void theContentsKeyFromTheSharedSecret() throws Exception {
        byte[] secret = HEX.parseHex("7df12d412ae299a24fde6d7c3bb8e3194c80ad3c733dcf2775e09fe8bedb86d8");
        byte[] kek = KeyEncapsulation.derive(secret, new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes128_wrap), 16);
        assertThat(HEX.formatHex(kek)).isEqualTo("cf453a3e2bae0a78701b8206c185a008");
        Cipher unwrapping = Cipher.getInstance("AESWrap");
        unwrapping.init(Cipher.UNWRAP_MODE, new SecretKeySpec(kek, "AES"));
        byte[] wrapped = HEX.parseHex("c050e4392f9c14dd0ac2220203f317d701f94f9dd92778f5");
        assertThat(HEX.formatHex(
                        unwrapping.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded()))
                .isEqualTo("c5153005588269a0a59f3c01943fdd56");
    }

    /** A ciphertext that is not for this key gives another secret and no error (FIPS 203, section 6.3). */
    @Test
    void aWrongCiphertextGivesAnotherSecret() throws Exception {
        MLKEMPrivateKeyParameters key = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_1024, new byte[64]);
        byte[] ciphertext = MLKEMGenerator.internalGenerateEncapsulated(key.getPublicKeyParameters(), new byte[32])
                .getEncapsulation();
        byte[] secret = MlKem.decapsulate(key, ciphertext);
        assertThat(Arrays.equals(MlKem.decapsulate(key, Forge.flipped(ciphertext, 7)), secret))
                .isFalse();
    }

    private static byte[] drawn(SHAKEDigest from, int length) {
        byte[] bytes = new byte[length];
        from.doOutput(bytes, 0, length);
        return bytes;
    }
}
