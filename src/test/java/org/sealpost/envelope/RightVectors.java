package org.sealpost.envelope;

import java.util.List;

/** Envelopes of exactly the profile. */
final class RightVectors {
    private RightVectors() {}

    static List<Vector> all() {
        return List.of(
                Vector.of("right-key-agreement", Vector.ACCEPTED, () -> Forge.sealed()
                        .encode()),
                Vector.rsa("right-key-transport", Vector.ACCEPTED, () -> Forge.sealed(Cast.rsaForce())
                        .encode()),
                Vector.rsa("right-by-bouncy-castle", Vector.ACCEPTED, () -> {
                    EnvelopeContext context = Forge.context(Cast.rsaForce());
                    return ByBouncyCastle.sealed(
                            ByBouncyCastle.signed(context),
                            SealedLayer.attributes(context),
                            ByBouncyCastle.transport("SHA-256"));
                }));
    }
}
