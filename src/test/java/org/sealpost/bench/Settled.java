package org.sealpost.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Looks into a gateway's database, from outside: what is in custody, and what the force has receipted. */
final class Settled implements AutoCloseable {
    private final Connection connection;
    private final ProcessHandle gateway;

    Settled(String url, ProcessHandle gateway) {
        this.gateway = gateway;
        try {
            connection = DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long admitted() {
        return count("SELECT COUNT(*) FROM submissions");
    }

    long receipted() {
        return count("SELECT COUNT(*) FROM receipts");
    }

    /** Waits until so many have their receipts. */
    void await(long receipts, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (receipted() < receipts) {
            if (System.nanoTime() > end || !gateway.isAlive()) {
                throw new IllegalStateException(
                        "only " + receipted() + " of " + receipts + " receipts came in " + longest);
            }
            Waiting.milliseconds(15);
        }
    }

    /** By reference, the time at which the receipt was kept, in milliseconds of the clock. */
    Map<String, Long> times() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT s.reference, r.settled_at FROM submissions s JOIN receipts r ON r.submission_id = s.id")) {
            Map<String, Long> times = new HashMap<>();
            while (rows.next()) {
                times.put(rows.getString(1), rows.getLong(2));
            }
            return times;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
