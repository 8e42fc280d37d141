package org.sealpost;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
        String prefix = "sealpost.forces." + name + ".";
        ForceCertificate to = certificate(
                prefix,
                force.profile(),
                force.encryptionCertificate(),
                "post-quantum-certificate",
                force.postQuantumCertificate());
        Path source = force.sourceCertificate();
        return source == null
                ? to
                : to.withSource(
                        certificate(
                                prefix,
                                force.profile(),
                                source,
                                "source-post-quantum-certificate",
                                force.sourcePostQuantumCertificate()),
                        force.sourceWithOriginals());
    }

    private static ForceCertificate certificate(
            String prefix, Profile profile, Path classical, String setting, @Nullable Path postQuantum)
            throws IOException {
        if (profile == Profile.CLASSICAL) {
            return ForceCertificate.load(Home.resolve(classical));
        }
        if (postQuantum == null) {
            throw new RefusedToStartException(
                    "no-post-quantum-certificate",
                    prefix + setting + " is not set; a force that has no such certificate needs " + prefix
                            + "profile: classical");
        }
        return ForceCertificate.load(Home.resolve(classical), Home.resolve(postQuantum));
    }
}
