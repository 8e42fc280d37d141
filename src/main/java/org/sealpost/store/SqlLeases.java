package org.sealpost.store;

import java.time.Duration;
import org.sealpost.delivery.Leases;

/**
 * Leases as rows of PostgreSQL. Each change is one statement that commits itself, so no gateway can stand still while it holds a
 * row; a lock of the session would stay with one that is frozen.
 */
final class SqlLeases implements Leases {
    private static final String NOW = "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)";

    private static final long LONGEST_MILLIS = 60_000;

    private final Connections connections;

    SqlLeases(Connections connections) {
        this.connections = connections;
    }

    /** A lease that would last longer than any can is from before the server's clock was set back, and is over. */
    @Override
    public boolean take(String source, String holder, Duration length) {
        if (length.toMillis() > LONGEST_MILLIS) {
            throw new IllegalArgumentException("a lease lasts a minute at most");
        }
        return connections.atOnce(sql -> sql.change(
                        "INSERT INTO leases AS held (source, holder, until) VALUES (?, ?, " + NOW + " + ?)"
                                + " ON CONFLICT (source) DO UPDATE SET holder = excluded.holder, until = excluded.until"
                                + " WHERE held.holder = excluded.holder OR held.until NOT BETWEEN " + NOW
                                + " AND " + NOW + " + " + LONGEST_MILLIS,
                        source,
                        holder,
                        length.toMillis()))
                == 1;
    }

    @Override
    public void giveBack(String holder) {
        connections.atOnce(sql -> sql.change("DELETE FROM leases WHERE holder = ?", holder));
    }
}
