package org.sealpost.store;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server: commits wait for its disk, readers see one snapshot, and its messages quote no values. */
final class PostgreSqlServer {
    static final String TAKE_TURN = "SELECT size FROM ledger_head FOR UPDATE";

    private final DatabaseSettings.PostgreSql settings;

    PostgreSqlServer(DatabaseSettings.PostgreSql settings) {
        this.settings = settings;
    }

    DataSource forWriting() {
        return source("-c synchronous_commit=on -c default_transaction_isolation=read\\ committed -c lock_timeout="
                + settings.patience().toMillis());
    }

    DataSource forReading() {
        return source("-c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on");
    }

    DataSource forMigration() {
        return source("-c synchronous_commit=on");
    }

    private DataSource source(String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setOptions(options);
        source.setLogServerErrorDetail(false);
        source.setApplicationName("sealpost");
        return source;
    }
}
