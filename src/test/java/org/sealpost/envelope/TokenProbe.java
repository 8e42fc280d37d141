package org.sealpost.envelope;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A process of its own, because SoftHSM finds its tokens by the environment. */
public final class TokenProbe {
    private TokenProbe() {}

    /** {@code put CERTIFICATE KEY MODULE SLOT PIN}, or {@code sign CERTIFICATE URI PIN NOTE}. */
    public static void main(String[] arguments) throws Exception {
        Path certificate = Path.of(arguments[1]);
        if (arguments[0].equals("put")) {
            put(certificate, Path.of(arguments[2]), arguments[3], arguments[4], arguments[5].toCharArray());
            return;
        }
        try {
            GatewayIdentity gateway = GatewayIdentity.load(
                    certificate, KeySource.of(arguments[2], arguments[3], UnaryOperator.identity()));
            try (InputStream note = new CmsNoteSigner(gateway).sign("Signed by a token.\n", Instant.now()).stream()) {
                Files.copy(note, Path.of(arguments[4]));
            }
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void put(Path certificate, Path pem, String module, String slot, char[] pin) throws Exception {
        X509Certificate own = Certificates.load(certificate);
        PrivateKey key = KeyFile.load(pem, own).exposed();
        Provider provider =
                Security.getProvider("SunPKCS11").configure("--name=put\nlibrary=" + module + "\nslot=" + slot + "\n");
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, pin);
        store.setKeyEntry("signing", key, null, new Certificate[] {own});
    }
}
