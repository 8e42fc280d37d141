package org.sealpost.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Real databases for tests: files in a folder of the test, and databases of their own on one real PostgreSQL. */
public final class TestDatabases {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private TestDatabases() {}

    public static DatabaseSettings sqlite(Path folder) {
        return new DatabaseSettings.Sqlite(folder.resolve("data/sealpost.db"));
    }

    /** An empty database on a server that starts with the first call and ends with the process. */
    public static synchronized DatabaseSettings postgreSql() {
        String name = "sealpost" + COUNT.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String url = server().getJdbcUrl("postgres", name);
        return new DatabaseSettings.PostgreSql(url, "postgres", "postgres", 4, Duration.ofSeconds(30));
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }
}
