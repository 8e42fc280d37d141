package org.sealpost.channel.sftp.drop;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** The public keys in {@code .pub} and {@code authorized_keys} files. */
public final class AuthorisedKeys {
    private AuthorisedKeys() {}

    /**
     * Options before a key are ignored, because nothing here could be allowed by one.
     *
     * @throws IOException where the file cannot be read or holds a key that is none
     */
    public static List<PublicKey> in(Path file) throws IOException {
        List<PublicKey> keys = new ArrayList<>();
        for (AuthorizedKeyEntry entry : AuthorizedKeyEntry.readAuthorizedKeys(file)) {
            try {
                keys.add(entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING));
            } catch (GeneralSecurityException e) {
                throw new IOException("the SFTP key in " + file + " cannot be used", e);
            }
        }
        return keys;
    }
}
