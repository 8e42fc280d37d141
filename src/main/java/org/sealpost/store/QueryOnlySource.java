package org.sealpost.store;

import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Connections that refuse to write. */
final class QueryOnlySource extends SQLiteDataSource {
    QueryOnlySource(SQLiteConfig config) {
        super(config);
    }

    @Override
    public SQLiteConnection getConnection(String user, String password) throws SQLException {
        SQLiteConnection connection = super.getConnection(user, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = on");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
