package org.sealpost.store;

/**
 * Where databases differ.
 *
 * @param takeTurn a query that makes a writing transaction wait for its turn; empty where beginning one does
 * @param rowsAreLocked whether a claim can hold its rows alone and pass over those of others; otherwise it takes its turn
 * @param afterDeleting a statement of SQLite that lets go of deleted bytes, outside any transaction; empty where there is none
 */
record Dialect(String takeTurn, boolean rowsAreLocked, String afterDeleting) {
    static final Dialect SQLITE = new Dialect("", false, SqliteFile.AFTER_DELETING);
    static final Dialect POSTGRESQL = new Dialect(PostgreSqlServer.TAKE_TURN, true, "");

    /** The end of a query that takes rows of that table. */
    String passingOver(String table) {
        return rowsAreLocked ? " FOR UPDATE OF " + table + " SKIP LOCKED" : "";
    }
}
