package org.sealpost;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sealpost.channel.OneGatewayAtATime;
import org.sealpost.delivery.AdmissionLimits;
import org.sealpost.delivery.Admit;
import org.sealpost.delivery.AdmitInOneCommit;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.ConsultInLedger;
import org.sealpost.delivery.Custody;
import org.sealpost.delivery.Deadlines;
import org.sealpost.delivery.Dispatch;
import org.sealpost.delivery.DispatchFromOutbox;
import org.sealpost.delivery.Erase;
import org.sealpost.delivery.EraseAfterRetention;
import org.sealpost.delivery.Headroom;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.InquireOfCustody;
import org.sealpost.delivery.Preserve;
import org.sealpost.delivery.PreserveInLedger;
import org.sealpost.delivery.Reconcile;
import org.sealpost.delivery.ReconcileDaily;
import org.sealpost.delivery.Resend;
import org.sealpost.delivery.ResendOnRequest;
import org.sealpost.delivery.Retention;
import org.sealpost.delivery.RetryPlan;
import org.sealpost.delivery.Settle;
import org.sealpost.delivery.SettleOnReceipt;
import org.sealpost.delivery.Tell;
import org.sealpost.delivery.TellFromNotices;
import org.sealpost.delivery.Warnings;
import org.sealpost.delivery.malware.Screen;
import org.sealpost.reading.CautiousFormReader;
import org.sealpost.reading.FormReader;
import org.sealpost.reading.WorkerFormReader;
import org.sealpost.reading.jail.Jail;
import org.sealpost.reading.meaning.FormInterpreter;
import org.sealpost.reading.meaning.form.KnownForms;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.worker.WorkerLimits;
import org.sealpost.store.Database;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Reading, sealing, ledger, database, and the use cases that stand on them. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/sealpost/scans.properties")
class DeliveryWiring {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWiring.class);

    /** In milliseconds, as everything is kept: what is read back equals what was said. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    Database database(Settings settings, DataFolder data) {
        return Database.open(data.database(settings.database()));
    }

    @Bean
    Custody store(Database database) {
        return database.custody();
    }

    /** The routes that only one gateway may poll ask for it by this name. */
    @Bean
    OneGatewayAtATime oneGatewayAtATime(Database database) {
        return new OneGatewayAtATime(database.leases());
    }

    /** Healthy is a gateway whose database answers; without it nothing is taken into custody. */
    @Bean
    HealthIndicator custody(Database database) {
        return () -> (database.answers() ? Health.up() : Health.down()).build();
    }

    @Bean
    TextRecognition textRecognition(Settings settings) {
        TextRecognition found = TextRecognition.find(settings.reading().tesseract(), System.getenv());
        if (!found.present()) {
            LOG.warn("text recognition is not installed: scans and pictures are delivered unread");
        }
        return found;
    }

    @Bean
    Jail jail(Settings settings) {
        Settings.JailUse use = settings.reading().jail();
        Jail jail = use == Settings.JailUse.OFF ? Jail.OFF : Jail.find(System.getenv());
        if (!jail.holds() && use == Settings.JailUse.REQUIRED) {
            throw new RefusedToStartException(
                    "no-jail",
                    "sealpost.reading.jail is required, and nothing can be shut in here (" + jail.lacking()
                            + "); on Debian: apt-get install bubblewrap");
        }
        if (!jail.holds()) {
            LOG.warn("documents are read without a jail: {}", jail.lacking());
        }
        return jail;
    }

    @Bean
    Warnings readersAtLarge(Jail jail, Settings settings) {
        boolean wanted = settings.reading().jail() != Settings.JailUse.OFF;
        return () -> jail.holds() || !wanted
                ? List.of()
                : List.of(
                        "Documents of strangers are read without a jail (" + jail.lacking()
                                + "): install bubblewrap, or set sealpost.reading.jail to off where the machine itself is shut in.");
    }

    /** A gateway without either is healthy: everything is delivered all the same. */
    @Bean
    HealthIndicator scanReading(TextRecognition recognition, Jail jail) {
        return () -> Health.up()
                .withDetail("textRecognition", recognition.present() ? recognition.languages() : "not installed")
                .withDetail("jail", jail.holds() ? "holds" : jail.lacking())
                .build();
    }

    @Bean
    FormReader formReader(WorkerFormReader workers, DataFolder data, Custody store) throws IOException {
        return new CautiousFormReader(workers, data.reading(), store.salt());
    }

    @Bean
    WorkerFormReader workers(Settings settings, TextRecognition recognition, Jail jail) {
        Settings.Reading reading = settings.reading();
        WorkerLimits limits = WorkerLimits.DEFAULT;
        return new WorkerFormReader(
                new WorkerLimits(
                        reading.workers(),
                        reading.timeLimit(),
                        limits.waiting(),
                        (int) reading.memory().toMegabytes(),
                        (int) limits(settings).mostBytes(Channel.EMAIL),
                        limits.largestAnswer(),
                        limits.parts()),
                recognition,
                jail,
                new FormInterpreter(
                        Vocabulary.load(Home.resolve(reading.vocabulary())),
                        KnownForms.load(Home.resolve(reading.forms()))));
    }

    @Bean
    Trust trust(Settings settings, DataFolder data, Clock clock) throws IOException {
        return new Trust(settings, clock);
    }

    @Bean
    Admit admit(
            Custody store,
            Trust trust,
            @Qualifier("formReader") FormReader reader,
            Screen screen,
            Settings settings,
            Clock clock) {
        return new AdmitInOneCommit(
                store,
                trust.ledger(),
                reader,
                trust.sealer(),
                trust.addressSeal(),
                limits(settings),
                headroom(limits(settings)),
                screen,
                settings.marking(),
                clock);
    }

    private static Headroom headroom(AdmissionLimits limits) {
        long heap = Runtime.getRuntime().maxMemory();
        Headroom room = new Headroom(heap);
        if (room.largest() < limits.mostBytes(Channel.EMAIL)) {
            LOG.warn(
                    "a heap of {} MB has no room for more than {} MB at once, letters with all that is around them included:"
                            + " larger ones are turned away. More is had by a larger -Xmx",
                    heap >> 20,
                    room.largest() >> 20);
        }
        return room;
    }

    @Bean
    Dispatch dispatch(Custody store, Trust trust, RetryPlan plan, Clock clock) {
        return new DispatchFromOutbox(store, trust.ledger(), plan, clock);
    }

    @Bean
    Settle settle(Custody store, Trust trust, Clock clock) {
        return new SettleOnReceipt(
                store, trust.ledger(), trust.receiptVerifier(), trust.witnesses(), trust.addressSeal(), clock);
    }

    @Bean
    Resend resend(Custody store, Trust trust, Clock clock) {
        return new ResendOnRequest(store, trust.ledger(), trust.resendRequestVerifier(), clock);
    }

    @Bean
    Tell tell(Custody store, Trust trust, RetryPlan plan, Clock clock) {
        return new TellFromNotices(store, trust.ledger(), trust.addressSeal(), plan, clock);
    }

    @Bean
    Reconcile reconcile(Custody store, Trust trust, Clock clock) {
        return new ReconcileDaily(store, trust.ledger(), trust.noteSigner(), clock);
    }

    @Bean
    Erase erase(Custody store, Trust trust, Settings settings, Clock clock) {
        Retention retention = new Retention(settings.delivery().eraseAfter(), Retention.DEFAULTS.forNotices());
        return new EraseAfterRetention(store, trust.ledger(), retention, limits(settings), clock);
    }

    @Bean
    Inquire inquire(Custody store, Trust trust, Deadlines deadlines, Clock clock) {
        return new InquireOfCustody(store, trust.ledger(), trust.addressSeal(), deadlines, clock);
    }

    @Bean
    Consult consult(Custody store, Trust trust, Clock clock) {
        return new ConsultInLedger(store, trust.ledger(), clock);
    }

    @Bean
    Preserve preserve(Custody store, Trust trust, Clock clock) {
        return new PreserveInLedger(store, trust.ledger(), clock);
    }

    @Bean
    Deadlines deadlines(Settings settings) {
        return deadlinesOf(settings);
    }

    /** A force that sets one of the two has the usual other one. */
    static Deadlines deadlinesOf(Settings settings) {
        Settings.Delivery usual = settings.delivery();
        Map<ForceId, Deadlines.Pair> own = new HashMap<>();
        settings.forces().forEach((name, force) -> {
            if (force.overdueAfter() != null || force.urgentOverdueAfter() != null) {
                own.put(
                        new ForceId(name),
                        new Deadlines.Pair(
                                Objects.requireNonNullElse(force.overdueAfter(), usual.overdueAfter()),
                                Objects.requireNonNullElse(force.urgentOverdueAfter(), usual.urgentOverdueAfter())));
            }
        });
        return new Deadlines(
                new Deadlines.Pair(usual.overdueAfter(), usual.urgentOverdueAfter()),
                own,
                new Deadlines.Pair(usual.heldOverdueAfter(), usual.urgentHeldOverdueAfter()));
    }

    static AdmissionLimits limits(Settings settings) {
        return new AdmissionLimits(
                settings.limits().submission().toBytes(),
                settings.limits().files(),
                settings.delivery().duplicateWindow());
    }

    @Bean
    RetryPlan plan(Settings settings) {
        Settings.Delivery delivery = settings.delivery();
        RetryPlan defaults = RetryPlan.DEFAULTS;
        return new RetryPlan(
                delivery.firstPause(),
                delivery.longestPause(),
                defaults.firstFailurePause(),
                defaults.longestFailurePause(),
                defaults.claim(),
                defaults.batch(),
                defaults.batchBytes());
    }
}
