package org.sealpost.store;

import java.nio.file.Path;
import java.time.Duration;

/** Which database, and how many may read it at once. */
public sealed interface DatabaseSettings {
    /** How many reading connections one process holds: 4 unless told otherwise. Writers take turns on one connection. */
    int readers();

    /** How long a writer waits for its turn before it gives up, which is a fault: 30 seconds unless told otherwise. */
    Duration patience();

    /**
     * The embedded database.
     *
     * @param file made where it is missing, readable by its owner only, as is its folder where that is made too
     */
    record Sqlite(Path file, int readers, Duration patience) implements DatabaseSettings {
        public Sqlite {
            check(readers, patience);
        }

        public Sqlite(Path file) {
            this(file, 4, Duration.ofSeconds(30));
        }
    }

    /**
     * A PostgreSQL server, 12 or newer.
     *
     * @param url as the JDBC driver understands it, {@code jdbc:postgresql://…}; TLS is asked for there
     */
    record PostgreSql(String url, String user, String password, int readers, Duration patience)
            implements DatabaseSettings {
        public PostgreSql {
            check(readers, patience);
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException("the address of a PostgreSQL server starts with jdbc:postgresql:");
            }
        }

        public PostgreSql(String url, String user, String password) {
            this(url, user, password, 4, Duration.ofSeconds(30));
        }

        /** Neither the password nor an address that may hold one. */
        @Override
        public String toString() {
            return "PostgreSQL";
        }
    }

    private static void check(int readers, Duration patience) {
        if (readers < 1 || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("a database has at least one reader, and its writers some patience");
        }
    }
}
