package org.sealpost.channel.sftp.drop;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
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

    /**
     * Reads {@code .pub} and {@code authorized_keys} files; options before a key are ignored, because nothing here could be
     * allowed by one.
     *
     * @throws IOException where a file cannot be read or holds a key that is none
     */
    public static PartnerDrop ofKeyFiles(PartnerId partner, ForceId force, List<Path> files) throws IOException {
        List<PublicKey> keys = new ArrayList<>();
        for (Path file : files) {
            for (AuthorizedKeyEntry entry : AuthorizedKeyEntry.readAuthorizedKeys(file)) {
                try {
                    keys.add(entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING));
                } catch (GeneralSecurityException e) {
                    throw new IOException("partner " + partner + " has an SFTP key that cannot be used", e);
                }
            }
        }
        return new PartnerDrop(partner, force, keys);
    }
}
