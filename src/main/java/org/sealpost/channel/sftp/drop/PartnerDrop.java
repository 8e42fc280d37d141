package org.sealpost.channel.sftp.drop;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/**
 * One partner's home on the drop server.
 *
 * @param partner who; also the user name
 * @param force to whom what is dropped goes
 * @param keys the public keys that may sign in, at least one
 */
public record PartnerDrop(PartnerId partner, ForceId force, List<PublicKey> keys) {
    public PartnerDrop {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("partner " + partner + " has no SFTP key");
        }
    }

    /** @throws IOException as {@link AuthorisedKeys#in} does */
    public static PartnerDrop ofKeyFiles(PartnerId partner, ForceId force, List<Path> files) throws IOException {
        List<PublicKey> keys = new ArrayList<>();
        for (Path file : files) {
            keys.addAll(AuthorisedKeys.in(file));
        }
        return new PartnerDrop(partner, force, keys);
    }
}
