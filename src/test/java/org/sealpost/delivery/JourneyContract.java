package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.delivery.Dispatch.Consignment;
import org.sealpost.delivery.Settle.Settlement;
import org.sealpost.delivery.Tell.News;
import org.sealpost.delivery.Tell.Notice;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ReturnAddress;

/** The way of a submission through all use cases; the same on every database. */
abstract class JourneyContract {
    Gateway gateway;

    abstract DatabaseSettings emptyDatabase();

    @BeforeEach
    void open() {
        gateway = new Gateway(Database.open(emptyDatabase()));
    }

    @AfterEach
    void close() {
        gateway.database.close();
    }

    @Test
    void fromArrivalToErasure() {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        assertThat(admitted.again()).isFalse();
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Waiting.class);
        Notice first = gateway.tell.due(Channel.EMAIL).get(0);
        assertThat(first.news()).isEqualTo(new News.InCustody());
        assertThat(first.to()).isEqualTo(Gateway.SENDER);
        gateway.tell.told(first);

        Consignment consignment = gateway.dispatch.due().get(0);
        assertThat(consignment.id()).isEqualTo(admitted.id());
        assertThat(consignment.sequence()).isEqualTo(1);
        assertThat(consignment.attempt()).isEqualTo(1);
        gateway.dispatch.sent(consignment);
        assertThat(gateway.standing(admitted)).isEqualTo(new Standing.Sent(gateway.clock.instant(), 1));

        assertThat(gateway.accepted(admitted)).isEqualTo(Settlement.DELIVERED);
        assertThat(gateway.accepted(admitted)).isEqualTo(Settlement.AGAIN);
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Delivered.class);
        Notice last = gateway.tell.due(Channel.EMAIL).get(0);
        assertThat(last.news()).isEqualTo(new News.Delivered());
        gateway.tell.told(last);
        gateway.tell.told(last);
        assertThat(gateway.tell.due(Channel.EMAIL)).isEmpty();

        assertThat(gateway.erase.eraseDue()).isZero();
        gateway.clock.pass(Duration.ofDays(7));
        assertThat(gateway.erase.eraseDue()).isEqualTo(1);
        assertThat(gateway.erase.eraseDue()).isZero();
        assertThat(gateway.inquire
                        .find(Gateway.PARTNER, admitted.reference())
                        .orElseThrow()
                        .to())
                .isEmpty();
        assertThat(gateway.inquire.receipt(Gateway.PARTNER, admitted.reference()))
                .contains(Fakes.Verifier.accepted(Gateway.FORCE, admitted.id()));
        assertThat(gateway.events())
                .containsExactly(
                        "admitted", "released", "sender-told", "sent", "receipt", "delivered", "sender-told", "erased");
    }

    @Test
    void whatTheForceRefusesIsToldWithTheReason() {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        gateway.tell.told(gateway.tell.due(Channel.EMAIL).get(0));
        assertThat(gateway.settle.settle(Gateway.FORCE, Fakes.Verifier.refused(Gateway.FORCE, admitted.id())))
                .isEqualTo(Settlement.REFUSED_BY_FORCE);
        assertThat(gateway.tell.due(Channel.EMAIL)).singleElement().satisfies(n -> assertThat(n.news())
                .isInstanceOf(News.RefusedByForce.class));
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.RefusedByForce.class);
        assertThat(gateway.dispatch.due()).isEmpty();
    }

    @Test
    void urgentOnesGoFirstThenInTheOrderOfAdmission() {
        List<Admitted> admitted = List.of(
                gateway.admitted(gateway.web("one")),
                gateway.admitted(gateway.web("two")),
                gateway.admitted(gateway.web("urgent three")));
        assertThat(gateway.dispatch.due())
                .extracting(Consignment::id)
                .containsExactly(
                        admitted.get(2).id(),
                        admitted.get(0).id(),
                        admitted.get(1).id());
    }

    @Test
    void whatWasDroppedAgainUnderAnotherNameCanBeLookedUp() {
        Admitted uploaded = gateway.admitted(gateway.web("a form"));
        gateway.admitted(gateway.drop("a form"));
        gateway.admitted(gateway.drop("a form"));
        ReturnAddress other = new ReturnAddress.ByDrop("other.pdf");
        gateway.admitted(gateway.drop("a form", other));
        assertThat(gateway.shown())
                .extracting(Tell.Notice::to)
                .containsExactly(other, new ReturnAddress.ByDrop("form.pdf"));
        assertThat(gateway.shown()).extracting(Tell.Notice::reference).containsOnly(Optional.of(uploaded.reference()));
        assertThat(gateway.tell.due(Channel.SFTP)).isEmpty();
    }
}
