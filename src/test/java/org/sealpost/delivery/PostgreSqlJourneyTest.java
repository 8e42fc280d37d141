package org.sealpost.delivery;

import org.sealpost.store.DatabaseSettings;
import org.sealpost.store.TestDatabases;

class PostgreSqlJourneyTest extends JourneyContract {

    @Override
    DatabaseSettings emptyDatabase() {
        return TestDatabases.postgreSql();
    }
}
