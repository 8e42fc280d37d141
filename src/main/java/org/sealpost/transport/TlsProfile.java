package org.sealpost.transport;

import java.security.Security;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one profile of TLS, after NCSC's guidance "Using TLS to protect data" (recommended profiles): TLS 1.3 with its AES-GCM and
 * ChaCha20 suites, TLS 1.2 with ephemeral elliptic curves and AES-GCM, on X25519, P-256 or P-384. It holds for every connection of
 * this process, whichever library makes it and whatever its configuration asks for.
 */
public final class TlsProfile {
    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");
    private static final List<String> GROUPS = List.of("x25519", "secp256r1", "secp384r1");
    private static final List<String> SUITES = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    /** What a JDK has beside them and may have enabled: every CBC suite by its cipher, the others by their names. */
    private static final List<String> OTHERS = List.of(
            "SSLv3",
            "TLSv1",
            "TLSv1.1",
            "DTLSv1.0",
            "anon",
            "NULL",
            "RC4",
            "3DES_EDE_CBC",
            "DES_CBC",
            "ECDH",
            "AES_128_CBC",
            "AES_256_CBC",
            "TLS_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_DHE_DSS_WITH_AES_256_GCM_SHA384",
            "TLS_DHE_DSS_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "RSA keySize < 2048",
            "EC keySize < 256");

    private TlsProfile() {}

    /** Has to be called before this process makes its first TLS connection: the JDK looks only once. */
    public static void enforce() {
        String disabled = "jdk.tls.disabledAlgorithms";
        String before = Security.getProperty(disabled);
        Security.setProperty(
                disabled,
                Stream.concat(before == null ? Stream.empty() : Stream.of(before.split(",")), OTHERS.stream())
                        .map(String::strip)
                        .distinct()
                        .collect(Collectors.joining(", ")));
        for (String side : List.of("client", "server")) {
            System.setProperty("jdk.tls." + side + ".protocols", String.join(",", PROTOCOLS));
            System.setProperty("jdk.tls." + side + ".cipherSuites", String.join(",", SUITES));
        }
        System.setProperty("jdk.tls.namedGroups", String.join(",", GROUPS));
    }
}
