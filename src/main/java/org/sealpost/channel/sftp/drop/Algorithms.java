package org.sealpost.channel.sftp.drop;

import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.OptionalFeature;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;

/** What the server agrees to: no SHA-1, no CBC, no MAC after the fact, no compression; hybrid key exchange first. */
final class Algorithms {
    private static final List<BuiltinDHFactories> KEY_EXCHANGES = List.of(
            BuiltinDHFactories.mlkem768x25519,
            BuiltinDHFactories.sntrup761x25519,
            BuiltinDHFactories.sntrup761x25519_openssh,
            BuiltinDHFactories.curve25519,
            BuiltinDHFactories.curve25519_libssh,
            BuiltinDHFactories.ecdhp384,
            BuiltinDHFactories.ecdhp256);
    private static final List<BuiltinCiphers> CIPHERS = List.of(
            BuiltinCiphers.aes256gcm,
            BuiltinCiphers.aes128gcm,
            BuiltinCiphers.cc20p1305_openssh,
            BuiltinCiphers.aes256ctr,
            BuiltinCiphers.aes128ctr);
    private static final List<BuiltinMacs> MACS =
            List.of(BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm, BuiltinMacs.hmacsha256);
    private static final List<BuiltinSignatures> SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.sk_ssh_ed25519,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521,
            BuiltinSignatures.sk_ecdsa_sha2_nistp256,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256);

    private Algorithms() {}

    /** Sets them, without those that this Java platform lacks. */
    static void modernOnly(SshServer server) {
        server.setKeyExchangeFactories(
                NamedFactory.setUpTransformedFactories(true, KEY_EXCHANGES, ServerBuilder.DH2KEX));
        server.setCipherFactories(supported(CIPHERS));
        server.setMacFactories(supported(MACS));
        server.setSignatureFactories(supported(SIGNATURES));
        server.setCompressionFactories(List.of(BuiltinCompressions.none));
    }

    private static <T, B extends NamedFactory<T> & OptionalFeature> List<NamedFactory<T>> supported(List<B> wanted) {
        return wanted.stream()
                .filter(OptionalFeature::isSupported)
                .<NamedFactory<T>>map(factory -> factory)
                .toList();
    }
}
