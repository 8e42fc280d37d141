package org.sealpost.delivery;

import java.nio.file.Path;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;

/** Admits one form after the other until it is killed, and says each reference once it was told it. */
final class AdmittingProcess {
    private AdmittingProcess() {}

    /** @param args the database file and a word that makes this run's forms its own */
    public static void main(String[] args) {
        Gateway gateway = new Gateway(Database.open(new DatabaseSettings.Sqlite(Path.of(args[0]))));
        for (int i = 0; ; i++) {
            System.out.println("admitted "
                    + gateway.admitted(gateway.mail(args[1] + " form " + i)).reference());
            System.out.flush();
        }
    }
}
