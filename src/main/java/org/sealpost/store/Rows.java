package org.sealpost.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a running statement, read as they are asked for. */
final class Rows<T> extends Spliterators.AbstractSpliterator<T> {
    private final ResultSet rows;
    private final Sql.Row<T> row;

    private Rows(ResultSet rows, Sql.Row<T> row) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.rows = rows;
        this.row = row;
    }

    /** Takes the statement over: closing the stream closes it. */
    static <T> Stream<T> of(PreparedStatement statement, Sql.Row<T> row) throws SQLException {
        return StreamSupport.stream(new Rows<>(statement.executeQuery(), row), false)
                .onClose(() -> close(statement));
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        try {
            boolean more = rows.next();
            if (more) {
                action.accept(row.read(rows));
            }
            return more;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
