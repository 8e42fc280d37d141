package org.sealpost.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/** Statements on one connection, within one transaction. Prints neither statements nor parameters. */
final class Sql {
    private static final int ROWS_AT_ONCE = 500;

    /** Of the ledger, within this transaction. */
    final UnsignedHead unsigned = new UnsignedHead();

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** How many rows it changed. */
    int change(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(row.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** The first row, where there is one. */
    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Row by row; whoever takes it closes it before the transaction ends. */
    <T> Stream<T> stream(String sql, Row<T> row) {
        try {
            PreparedStatement statement = prepared(sql);
            statement.setFetchSize(ROWS_AT_ONCE);
            return Rows.of(statement, row);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    static Bytes bytes(ResultSet row, String column) throws SQLException {
        return Bytes.of(row.getBytes(column));
    }

    static Optional<Bytes> optionalBytes(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Bytes::of);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private PreparedStatement prepared(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Bytes bytes) {
            statement.setBytes(index, bytes.array());
        } else if (value instanceof Sha256 digest) {
            statement.setBytes(index, digest.bytes());
        } else if (value instanceof Instant time) {
            statement.setLong(index, time.toEpochMilli());
        } else if (value instanceof Boolean yes) {
            statement.setLong(index, yes ? 1 : 0);
        } else if (value instanceof Number number) {
            statement.setLong(index, number.longValue());
        } else {
            statement.setString(index, value.toString());
        }
    }
}
