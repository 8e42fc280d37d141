package org.sealpost;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sealpost.delivery.Warnings;
import org.sealpost.envelope.ForceCertificate;
import org.sealpost.envelope.Profile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** To which force nothing can be sealed, and to which only in the classical profile. That a certificate will end is told with all others. */
final class SealingWarnings implements Warnings {
    private static final Logger LOG = LoggerFactory.getLogger(SealingWarnings.class);

    private final Map<String, ForceCertificate> forces;
    private final Clock clock;

    /** @param forces by the name they have on the pages */
    SealingWarnings(Map<String, ForceCertificate> forces, Clock clock) {
        this.forces = new TreeMap<>(forces);
        this.clock = clock;
    }

    @Override
    public List<String> now() {
        List<String> warnings = new ArrayList<>();
        forces.forEach((name, certificate) -> {
            certificate
                    .whyNot(clock.instant())
                    .ifPresent(why -> warnings.add(
                            "Nothing can be sealed to " + name + ", and nothing is taken for it: " + why + "."));
            if (certificate.profile() == Profile.CLASSICAL) {
                warnings.add(
                        "What goes to " + name + " is sealed in the classical profile: whoever keeps it may open it"
                                + " once there is a quantum computer for that. Its configuration says so.");
            }
        });
        return List.copyOf(warnings);
    }

    /** Says the same in the log. */
    void log() {
        now().forEach(LOG::warn);
    }
}
