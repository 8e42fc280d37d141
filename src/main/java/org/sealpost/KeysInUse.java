package org.sealpost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Sha256;
import org.sealpost.web.page.KeysPage;

/** The public keys that are configured, as their files were when the gateway started. */
final class KeysInUse implements KeysPage.InUse {
    private final List<KeysPage.Key> keys = new ArrayList<>();

    /** @throws IOException where a file is missing or holds no certificate */
    KeysInUse(Settings settings) throws IOException {
        certificate("Signs what is sealed here", settings.keys().signingCertificate());
        Path ledger = Home.resolve(settings.keys().ledgerVerifierKey());
        keys.add(new KeysPage.Key(
                "Signs the ledger",
                Sha256.of(Files.readString(ledger).strip().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                Optional.empty()));
        for (var force : settings.forces().entrySet()) {
            certificate("What is sealed to " + force.getKey(), force.getValue().encryptionCertificate());
            certificate("Receipts of " + force.getKey(), force.getValue().receiptCertificate());
        }
    }

    @Override
    public List<KeysPage.Key> list() {
        return List.copyOf(keys);
    }

    private void certificate(String use, Path file) throws IOException {
        X509Certificate read = CertificateFile.read(file);
        keys.add(new KeysPage.Key(
                use,
                CertificateFile.digest(read).toString(),
                Optional.of(read.getNotAfter().toInstant())));
    }
}
