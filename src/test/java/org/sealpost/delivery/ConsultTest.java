package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.store.Database;
import org.sealpost.store.TestDatabases;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;

/** Who looked, and when, stands in the ledger. */
class ConsultTest {
    private static final Onlooker SENDER = new Onlooker(
            "w\u00f6rker@example-agency.example",
            Onlooker.Capacity.SENDER,
            Optional.of(new PartnerId("example-agency")),
            Onlooker.Way.PAGE);
    private static final Onlooker AUDITOR =
            new Onlooker("three@gateway.example", Onlooker.Capacity.AUDITOR, Optional.empty(), Onlooker.Way.API);

    @TempDir
    Path folder;

    private Gateway gateway;
    private Consult consult;
    private Reference reference;

    @BeforeEach
    void open() {
        gateway = new Gateway(Database.open(TestDatabases.sqlite(folder)));
        reference = gateway.admitted(gateway.web("a form")).reference();
        consult = gateway.consult;
    }

    @AfterEach
    void close() {
        gateway.database.close();
    }

    private List<String> looks() {
        return gateway.ledger().stream()
                .filter(e -> e.contains("\"consulted\""))
                .toList();
    }

    @Test
    void saysWhoAsWhatByWhatAtWhat() {
        consult.one(SENDER, reference, Consult.Part.RECEIPT);
        consult.many(AUDITOR, Consult.Listing.UNDELIVERED);
        assertThat(looks()).hasSize(2);
        assertThat(looks().get(0))
                .contains("\"facts\":{\"as\":\"sender\",\"by\":\"w?rker@example-agency.example\",\"part\":\"receipt\","
                        + "\"partner\":\"example-agency\",\"reference\":\"" + reference + "\",\"way\":\"page\"}");
        assertThat(looks().get(1))
                .contains("\"facts\":{\"as\":\"auditor\",\"by\":\"three@gateway.example\",\"list\":\"undelivered\","
                        + "\"way\":\"api\"}");
    }

    @Test
    void whatIsAskedForAgainAndAgainIsOneEntryAMinute() {
        for (int i = 0; i < 3; i++) {
            consult.one(SENDER, reference, Consult.Part.STANDING);
            consult.many(SENDER, Consult.Listing.SENT);
            consult.one(SENDER, reference, Consult.Part.PROOF);
        }
        assertThat(looks()).as("the proof each time").hasSize(5);
        consult.many(AUDITOR, Consult.Listing.SENT);
        assertThat(looks()).as("another person").hasSize(6);
        gateway.clock.pass(Duration.ofMinutes(1));
        consult.one(SENDER, reference, Consult.Part.STANDING);
        assertThat(looks()).as("another minute").hasSize(7);
    }

    @Test
    void whatIsNotCommittedIsNotTakenForNoted() {
        gateway.custody.failNext(FaultyCustody.Fault.BEFORE_THE_WRITE);
        assertThatThrownBy(() -> consult.many(SENDER, Consult.Listing.SENT)).isInstanceOf(RuntimeException.class);
        consult.many(SENDER, Consult.Listing.SENT);
        assertThat(looks()).hasSize(1);
    }
}
