package org.sealpost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.sealpost.channel.sftp.drop.AuthorisedKeys;
import org.sealpost.envelope.AddressKey;
import org.sealpost.envelope.ExampleKeys;
import org.sealpost.envelope.ForceCertificate;
import org.sealpost.envelope.ReceiptCertificate;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;
import org.sealpost.transport.CertificateFile;

/** Finds the published example keys among the configured ones, by what they are and not by where they lie. */
final class ExampleFiles {
    /** The DER of an Ed25519 public key (RFC 8410) before its 32 bytes. */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final ExampleKeys examples = ExampleKeys.published();
    private final List<String> found = new ArrayList<>();

    private ExampleFiles() {}

    /** The configured files that hold an example key. @throws IOException where one cannot be read */
    static List<String> among(Settings settings) throws IOException {
        ExampleFiles files = new ExampleFiles();
        files.gateway(settings.keys());
        for (Settings.Force force : settings.forces().values()) {
            files.force(force);
        }
        for (Settings.Partner partner : settings.partners().values()) {
            for (Path keys : partner.sftpKeys()) {
                files.authorised(keys);
            }
        }
        if (settings.sftp().enabled()) {
            files.sshPrivate(settings.keys().sshHostKey());
        }
        for (Settings.PolledServer server : settings.polledServers().values()) {
            if (server.key() != null) {
                files.sshPrivate(server.key());
            }
        }
        return files.found;
    }

    /** Those of these files that hold an example certificate, the example authority's own among them. */
    static List<String> among(List<TlsFile> tls) throws IOException {
        ExampleFiles files = new ExampleFiles();
        for (TlsFile file : tls) {
            for (X509Certificate certificate : CertificateFile.in(file.path())) {
                files.note(
                        file.path(),
                        files.examples.contains(certificate.getPublicKey().getEncoded()));
            }
        }
        return files.found;
    }

    private void gateway(Settings.Keys keys) throws IOException {
        // The key itself is of no other certificate, or the gateway does not start.
        for (X509Certificate certificate : CertificateFile.in(Home.resolve(keys.signingCertificate()))) {
            note(keys.signingKey(), examples.contains(certificate.getPublicKey().getEncoded()));
        }
        Path other = keys.postQuantumSigningKey();
        if (other != null) {
            note(other, contains(SealingKeys.gateway(keys).postQuantumPublicKey()));
        }
        AddressKey addresses = AddressKey.load(Home.resolve(keys.addressesKey()));
        note(keys.addressesKey(), examples.containsFingerprint(addresses.fingerprint()));
        note(keys.ledgerKey(), examples.containsFingerprint(verifier(keys.ledgerVerifierKey())));
    }

    private void force(Settings.Force force) throws IOException {
        note(
                force.encryptionCertificate(),
                examples.contains(ForceCertificate.load(Home.resolve(force.encryptionCertificate()))
                        .publicKey()
                        .array()));
        Path other = force.postQuantumCertificate();
        if (other != null) {
            note(
                    other,
                    contains(ForceCertificate.load(Home.resolve(force.encryptionCertificate()), Home.resolve(other))
                            .postQuantumPublicKey()));
        }
        Path source = force.sourceCertificate();
        if (source != null) {
            note(
                    source,
                    examples.contains(ForceCertificate.load(Home.resolve(source))
                            .publicKey()
                            .array()));
        }
        note(
                force.receiptCertificate(),
                examples.contains(ReceiptCertificate.load(Home.resolve(force.receiptCertificate()))
                        .publicKey()
                        .array()));
        Path witness = force.witnessKey();
        if (witness != null) {
            note(witness, examples.containsFingerprint(verifier(witness)));
        }
    }

    private boolean contains(Optional<Bytes> publicKey) {
        return publicKey.isPresent() && examples.contains(publicKey.get().array());
    }

    /** A verifier key is {@code name+id+base64(type || public key)} (c2sp.org/signed-note). */
    private static Sha256 verifier(Path verifierKey) throws IOException {
        String text = Files.readString(Home.resolve(verifierKey)).strip();
        String[] parts = text.split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(parts[parts.length - 1]);
        byte[] raw = java.util.Arrays.copyOfRange(typed, 1, typed.length);
        return Sha256.of(ED25519, raw);
    }

    private void authorised(Path file) throws IOException {
        for (PublicKey key : AuthorisedKeys.in(Home.resolve(file))) {
            ssh(file, key);
        }
    }

    private void sshPrivate(Path file) throws IOException {
        for (KeyPair pair : new FileKeyPairProvider(Home.resolve(file)).loadKeys(null)) {
            ssh(file, pair.getPublic());
        }
    }

    private void ssh(Path file, PublicKey key) {
        ByteArrayBuffer blob = new ByteArrayBuffer();
        blob.putRawPublicKey(key);
        note(file, examples.contains(blob.getCompactData()));
    }

    private void note(Path file, boolean example) {
        note(file.toString(), example);
    }

    private void note(String where, boolean example) {
        if (example) {
            found.add(where);
        }
    }
}
