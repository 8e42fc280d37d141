package org.sealpost.store;

class PostgreSqlCustodyTest extends CustodyContract {
    @Override
    DatabaseSettings emptyDatabase() {
        return TestDatabases.postgreSql();
    }
}
