package org.sealpost.delivery;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.store.TestDatabases;

class SqliteHoldTest extends HoldContract {
    @TempDir
    Path folder;

    @Override
    DatabaseSettings emptyDatabase() {
        return TestDatabases.sqlite(folder);
    }
}
