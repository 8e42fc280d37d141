package org.sealpost.store;

import java.security.SecureRandom;
import org.sealpost.submission.Bytes;

/** The salt of the fingerprints, drawn at the first start. */
final class Salt {
    private Salt() {}

    static Bytes of(Sql sql) {
        byte[] drawn = new byte[32];
        new SecureRandom().nextBytes(drawn);
        sql.change("INSERT INTO installation (one, salt) VALUES (1, ?) ON CONFLICT (one) DO NOTHING", Bytes.of(drawn));
        return sql.first("SELECT salt FROM installation", row -> Sql.bytes(row, "salt"))
                .orElseThrow();
    }
}
