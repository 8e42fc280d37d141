package org.sealpost.store;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server: commits wait for its disk, readers see one snapshot, and its messages quote no values. A gateway that
 * stands still in the middle of a writing transaction, with its connection open, loses its turn after some seconds.
 */
final class PostgreSqlServer {
    static final String TAKE_TURN = "SELECT size FROM ledger_head FOR UPDATE";

    /** How long a writing transaction may say nothing, in milliseconds: longer than any pause of a process that lives. */
    private static final int STANDSTILL = 10_000;
    /** By how many seconds an answer may be later than a wait for a turn; one that hears nothing for longer is given up. */
    private static final int ANSWER = 15;

    private final DatabaseSettings.PostgreSql settings;

    PostgreSqlServer(DatabaseSettings.PostgreSql settings) {
        this.settings = settings;
    }

    DataSource forWriting() {
        return impatient("-c synchronous_commit=on -c default_transaction_isolation=read\\ committed -c lock_timeout="
                + settings.patience().toMillis() + " -c idle_in_transaction_session_timeout=" + STANDSTILL);
    }

    DataSource forReading() {
        PGSimpleDataSource source = impatient("-c default_transaction_isolation=repeatable\\ read");
        // Not as a default of the session: by that the driver would take the server for a standby (targetServerType).
        source.setReadOnly(true);
        return source;
    }

    DataSource forMigration() {
        return source("-c synchronous_commit=on");
    }

    /** Not for migrations, which may take their time. */
    private PGSimpleDataSource impatient(String options) {
        PGSimpleDataSource source = source(options);
        if (source.getSocketTimeout() == 0) {
            source.setSocketTimeout(Math.toIntExact(settings.patience().toSeconds()) + ANSWER);
        }
        return source;
    }

    private PGSimpleDataSource source(String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setOptions(options);
        source.setTcpKeepAlive(true);
        source.setLogServerErrorDetail(false);
        source.setApplicationName("sealpost");
        return source;
    }
}
