package org.sealpost.store;

import java.time.Instant;
import org.sealpost.identity.SignInLinks;
import org.sealpost.submission.Sha256;

/** The table of one-time links. That a row is gone by one's own statement is what makes a link work once. */
final class SqlSignInLinks implements SignInLinks {
    private final Connections connections;

    SqlSignInLinks(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void keep(Sha256 digest, Instant now, Instant until) {
        connections.write(sql -> {
            sql.change("DELETE FROM sign_in_links WHERE until <= ?", now);
            return sql.change("INSERT INTO sign_in_links (digest, until) VALUES (?, ?)", digest, until);
        });
    }

    @Override
    public boolean take(Sha256 digest, Instant now) {
        return connections.write(
                        sql -> sql.change("DELETE FROM sign_in_links WHERE digest = ? AND until > ?", digest, now))
                == 1;
    }
}
