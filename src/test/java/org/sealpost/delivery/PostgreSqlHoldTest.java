package org.sealpost.delivery;

import org.sealpost.store.DatabaseSettings;
import org.sealpost.store.TestDatabases;

class PostgreSqlHoldTest extends HoldContract {

    @Override
    DatabaseSettings emptyDatabase() {
        return TestDatabases.postgreSql();
    }
}
