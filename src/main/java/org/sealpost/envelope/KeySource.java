package org.sealpost.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the private key of a certificate is kept: a PEM file (PKCS #8), a PKCS #12 file (RFC 7292), or a token behind PKCS #11, which the
 * key never leaves. Never prints what opens it.
 */
public final class KeySource {
    private static final String TOKEN = "pkcs11:";

    private final String where;
    private final Secret<char[]> password;
    private final UnaryOperator<Path> home;

    private KeySource(String where, String password, UnaryOperator<Path> home) {
        this.where = where;
        this.password = new Secret<>(password.toCharArray());
        this.home = home;
    }

    /** A PEM file, unencrypted. */
    public static KeySource pem(Path file) {
        return new KeySource(file.toString(), "", UnaryOperator.identity());
    }

    /**
     * @param where a file's path, of PKCS #12 where it ends in {@code .p12} or {@code .pfx} and of PEM otherwise; or a token's URI
     *     (RFC 7512) with {@code module-path} and, unless it is the module's first slot, {@code slot-id}, such as
     *     {@code pkcs11:slot-id=7?module-path=/usr/lib/softhsm/libsofthsm2.so}
     * @param password of the PKCS #12 file, or the token's PIN; of no use for PEM
     * @param home from where relative paths count
     */
    public static KeySource of(String where, String password, UnaryOperator<Path> home) {
        return new KeySource(where, password, home);
    }

    /**
     * The key of this certificate, and of no other.
     *
     * @throws IllegalArgumentException where there is none; the message says where it was looked for
     * @throws IOException where the file cannot be read
     */
    Secret<PrivateKey> load(X509Certificate certificate) throws IOException {
        if (where.startsWith(TOKEN)) {
            return fromToken(certificate);
        }
        Path file = home.apply(Path.of(where));
        String name = where.toLowerCase(Locale.ROOT);
        return name.endsWith(".p12") || name.endsWith(".pfx")
                ? fromPkcs12(file, certificate)
                : KeyFile.load(file, certificate);
    }

    private Secret<PrivateKey> fromPkcs12(Path file, X509Certificate certificate) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try {
                store.load(bytes, password.exposed());
            } catch (IOException e) {
                // Also where the password is wrong; the cause says no more.
                throw new IllegalArgumentException(file + " is no PKCS #12 file, or its password is another");
            }
            return ofCertificate(store, certificate, file.toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " cannot be opened");
        }
    }

    private Secret<PrivateKey> fromToken(X509Certificate certificate) {
        Map<String, String> uri = Stream.of(where.substring(TOKEN.length()).split("[;?&]"))
                .filter(part -> part.contains("="))
                .collect(Collectors.toMap(
                        part -> part.substring(0, part.indexOf('=')),
                        part -> part.substring(part.indexOf('=') + 1),
                        (first, second) -> second));
        String module = uri.get("module-path");
        if (module == null) {
            throw new IllegalArgumentException("a token's URI says module-path=, the library by which it is reached");
        }
        try {
            Provider token = token(module, uri.get("slot-id"));
            KeyStore store = KeyStore.getInstance("PKCS11", token);
            store.load(null, password.exposed());
            Secret<PrivateKey> key = ofCertificate(store, certificate, "the token behind " + module);
            // As the last one, where the JDK finds it for the keys of this token and nothing else is done by it.
            Security.addProvider(token);
            return key;
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            // Also where the PIN is wrong. The cause may say more of the token than is for a log.
            throw new IllegalArgumentException(
                    "the token behind " + module + " cannot be opened: is it there, and is its PIN right?");
        }
    }

    private static Provider token(String module, @Nullable String slot) {
        Provider pkcs11 = Security.getProvider("SunPKCS11");
        if (pkcs11 == null) {
            throw new IllegalArgumentException("this Java has no PKCS #11 (the module jdk.crypto.cryptoki)");
        }
        return pkcs11.configure("--name=sealpost\nlibrary=" + module + "\n"
                + (slot == null ? "slotListIndex=0\n" : "slot=" + slot + "\n"));
    }

    private Secret<PrivateKey> ofCertificate(KeyStore store, X509Certificate certificate, String from)
            throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            Certificate held = store.getCertificate(alias);
            if (held != null
                    && held.getPublicKey().equals(certificate.getPublicKey())
                    && store.getKey(alias, password.exposed()) instanceof PrivateKey key) {
                return new Secret<>(key);
            }
        }
        throw new IllegalArgumentException(from + " holds no key of that certificate");
    }

    /** Never the password. */
    @Override
    public String toString() {
        return where;
    }
}
