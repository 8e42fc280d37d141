package org.sealpost.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.delivery.malware.Screen;
import org.sealpost.ledger.ExampleKeys;
import org.sealpost.ledger.SignedLedger;
import org.sealpost.store.Database;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Marking;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.Source;

/** All use cases on one database, with the real ledger, and a clock that the test moves. */
final class Gateway {
    static final PartnerId PARTNER = new PartnerId("example-agency");
    static final ForceId FORCE = new ForceId("example-constabulary");
    static final ReturnAddress.ByMail SENDER = new ReturnAddress.ByMail("sender@agency.example", "<1@agency.example>");
    private static final Pattern EVENT = Pattern.compile("\"event\":\"([^\"]+)\"");

    final TestClock clock = new TestClock();
    final Database database;
    final FaultyCustody custody;
    final Fakes.Reader reader = new Fakes.Reader();
    final Fakes.Seal sealed = new Fakes.Seal();
    final Admit admit;
    final Dispatch dispatch;
    final Settle settle;
    final Erase erase;
    final Tell tell;
    final Inquire inquire;
    final Consult consult;
    final Reconcile reconcile;
    final Intervene intervene;
    final Vet vet;
    final Preserve preserve;
    final Courier courier;
    final Fakes.Addresses addresses = new Fakes.Addresses();

    Gateway(Database database) {
        this(database, Screen.NONE);
    }

    Gateway(Database database, Screen screen) {
        this.database = database;
        this.custody = new FaultyCustody(database.custody());
        SignedLedger ledger = new SignedLedger(ExampleKeys.ledgerSigner());
        RetryPlan plan = RetryPlan.DEFAULTS;
        admit = new AdmitInOneCommit(
                custody,
                ledger,
                reader,
                sealed,
                addresses,
                AdmissionLimits.DEFAULTS,
                new Headroom(Runtime.getRuntime().maxMemory()),
                screen,
                Marking.OFFICIAL_SENSITIVE,
                clock);
        dispatch = new DispatchFromOutbox(custody, ledger, plan, clock);
        settle = new SettleOnReceipt(
                custody, ledger, new Fakes.Verifier(), Map.of(FORCE, ExampleKeys.witnessKey()), addresses, clock);
        erase = new EraseAfterRetention(custody, ledger, Retention.DEFAULTS, AdmissionLimits.DEFAULTS, clock);
        tell = new TellFromNotices(custody, ledger, addresses, plan, clock);
        inquire = new InquireOfCustody(custody, ledger, addresses, Deadlines.DEFAULTS, clock);
        intervene = new InterveneByTwo(custody, ledger, addresses, Deadlines.DEFAULTS, clock);
        consult = new ConsultInLedger(custody, ledger, clock);
        vet = new VetByOne(custody, ledger, addresses, Deadlines.DEFAULTS, AdmissionLimits.DEFAULTS, clock);
        preserve = new PreserveInLedger(custody, ledger, clock);
        reconcile = new ReconcileDaily(custody, ledger, (text, at) -> Fakes.bytes(text), clock);
        courier = new CourierByFiles(
                custody,
                ledger,
                inquire,
                settle,
                new Fakes.Verifier(),
                (text, at) -> Fakes.bytes("signed at " + at + "\n" + text),
                clock);
    }

    Arrival mail(String text) {
        return mail(text, SENDER);
    }

    Arrival mail(String text, ReturnAddress address) {
        return arrival(Channel.EMAIL, address, text);
    }

    Arrival drop(String text) {
        return drop(text, new ReturnAddress.ByDrop("form.pdf"));
    }

    Arrival drop(String text, ReturnAddress address) {
        return arrival(Channel.SFTP, address, text);
    }

    List<Tell.Notice> shown() {
        return inquire.shown(PARTNER, Channel.SFTP, 100);
    }

    Arrival web(String... texts) {
        return arrival(Channel.WEB, new ReturnAddress.ByWeb(), texts);
    }

    private Arrival arrival(Channel channel, ReturnAddress address, String... texts) {
        List<Original> originals = Stream.of(texts)
                .map(t -> new Original("form.pdf", Optional.empty(), Fakes.bytes(t)))
                .toList();
        return new Arrival(
                PARTNER, FORCE, channel, "example-account", clock.instant(), originals, address, source(address));
    }

    private static Source source(ReturnAddress address) {
        if (address instanceof ReturnAddress.ByDrop drop) {
            return new Source.File(drop.fileName());
        }
        return address instanceof ReturnAddress.ByMail ? new Source.Letter(7, 77) : Source.Upload.random();
    }

    /** All letters that are due, each claimed. */
    List<Tell.Notice> letters() {
        List<Tell.Notice> all = new ArrayList<>();
        for (List<Tell.Notice> due = tell.due(Channel.EMAIL); !due.isEmpty(); due = tell.due(Channel.EMAIL)) {
            all.addAll(due);
        }
        return all;
    }

    Admitted admitted(Arrival arrival) {
        return (Admitted) admit.admit(arrival, Admit.Progress.NOBODY);
    }

    Settle.Settlement accepted(Admitted admitted) {
        return settle.settle(FORCE, Fakes.Verifier.accepted(FORCE, admitted.id()));
    }

    Standing standing(Admitted admitted) {
        return inquire.find(PARTNER, admitted.reference()).orElseThrow().standing();
    }

    List<String> ledger() {
        return database.history(history -> {
            try (Stream<Bytes> entries = history.entries()) {
                return new ArrayList<>(
                        entries.map(e -> new String(e.array(), java.nio.charset.StandardCharsets.US_ASCII))
                                .toList());
            }
        });
    }

    List<String> events() {
        return ledger().stream()
                .map(e -> {
                    Matcher event = EVENT.matcher(e);
                    return event.find() ? event.group(1) : "?";
                })
                .toList();
    }
}
