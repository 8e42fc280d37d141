package org.sealpost;

import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.envelope.ForceCertificate;
import org.sealpost.envelope.GatewayIdentity;
import org.sealpost.envelope.KeySource;
import org.sealpost.envelope.Profile;

/** What is signed and sealed with, as it is configured. */
final class SealingKeys {
    private SealingKeys() {}

    /** @throws IOException where a file is missing; the message names it */
    static GatewayIdentity gateway(Settings.Keys keys) throws IOException {
        GatewayIdentity classical = GatewayIdentity.load(
                Home.resolve(keys.signingCertificate()),
                KeySource.of(keys.signingKey(), keys.signingKeyPassword(), Home::resolve));
        Path certificate = keys.postQuantumSigningCertificate();
        Path key = keys.postQuantumSigningKey();
        if (certificate == null || key == null) {
            return classical;
        }
        return classical.with(Home.resolve(certificate), Home.resolve(key));
    }

    /**
     * What is sealed to for that force. A force without post-quantum keys is sealed to without them only where its
     * configuration says so in a word.
     */
    static ForceCertificate force(String name, Settings.Force force) throws IOException {
        Path classical = Home.resolve(force.encryptionCertificate());
        if (force.profile() == Profile.CLASSICAL) {
            return ForceCertificate.load(classical);
        }
        Path postQuantum = force.postQuantumCertificate();
        if (postQuantum == null) {
            throw new RefusedToStartException(
                    "no-post-quantum-certificate",
                    "sealpost.forces." + name + ".post-quantum-certificate is not set; a force that has no such"
                            + " certificate needs sealpost.forces." + name + ".profile: classical");
        }
        return ForceCertificate.load(classical, Home.resolve(postQuantum));
    }
}
