package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Certificate;
import org.sealpost.delivery.Certificates;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/** {@code sealpost certificates} on a database that a gateway has left. */
class CertificatesIT {
    private static final Instant NIGHT = Instant.parse("2026-11-24T00:00:05Z");

    @Test
    void whatIsNotThereYetIsWrittenForItsOwnerAlone(@TempDir Path folder) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Map<String, String> environment = Map.of("SEALPOST_DATA", data.toString());
        Path out = folder.resolve("certificates");
        String[] command = {"certificates", "--out", out.toString()};
        assertThat(Commands.sealpost(environment, folder, command).status()).isEqualTo(2);
        try (Database database = Database.open(new DatabaseSettings.Sqlite(data.resolve("sealpost.db")))) {
            keep(database, 1);
            assertThat(Commands.sealpost(environment, folder, command)
                            .succeeded()
                            .out())
                    .startsWith("1 certificates written");
            keep(database, 2);
        }
        assertThat(Commands.sealpost(environment, folder, command).succeeded().out())
                .startsWith("1 certificates written");

        try (Stream<Path> files = Files.list(out)) {
            List<Path> all = files.sorted().toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly(
                            "example-agency.example-constabulary.1.eml", "example-agency.example-constabulary.2.eml");
            assertThat(all.get(1)).hasContent("certificate 2");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all.get(1))))
                    .isEqualTo("rw-------");
        }
    }

    private static void keep(Database database, long number) {
        Certificate of =
                new Certificate(number, new PartnerId("example-agency"), new ForceId("example-constabulary"), NIGHT);
        Bytes note = Bytes.of(("certificate " + number).getBytes(StandardCharsets.US_ASCII));
        database.custody().inOneCommit(writes -> {
            writes.reconciled(
                    new Certificates.Stretch(number, number * 10, NIGHT), List.of(new Certificates.Signed(of, note)));
            return number;
        });
    }
}
