package org.sealpost;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.Custody;
import org.sealpost.delivery.HeldBack;
import org.sealpost.delivery.OperatorName;
import org.sealpost.delivery.Vet;
import org.sealpost.delivery.VetByOne;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * For whoever has only a shell; beside a running gateway or without one. Who decides is the name that is given, which must be an
 * operator's: a shell with the gateway's keys is trusted, and the ledger says that it was one.
 */
@Command(
        name = "held",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what is held back because it may not be from whom it says, oldest first.",
            "Exit status 1: some wait too long for a person."
        })
final class HeldCommand implements Callable<Integer> {
    private static final int AT_ONCE = 500;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Settings settings = GatewayApplication.settings();
        ShellLook.note(settings, DataFolder.of(settings), Consult.Listing.HELD);
        PrintWriter out = spec.commandLine().getOut();
        boolean overdue = Database.lookInto(database(settings), reads -> printed(out, settings, reads))
                .orElseThrow(HeldCommand::noDatabase);
        out.flush();
        return overdue ? 1 : 0;
    }

    private static boolean printed(PrintWriter out, Settings settings, Custody.Reads reads) {
        boolean overdue = false;
        long after = 0;
        int count = 0;
        List<HeldBack.Undecided> page = reads.undecided(after, AT_ONCE);
        while (!page.isEmpty()) {
            for (Vet.Line line : VetByOne.lines(
                    page,
                    DeliveryWiring.deadlinesOf(settings),
                    Clock.systemUTC().instant())) {
                out.println(one(line));
                overdue |= line.overdue();
                count++;
                after = line.of().of().number();
            }
            page = reads.undecided(after, AT_ONCE);
        }
        out.println(count + " held back");
        return overdue;
    }

    private static String one(Vet.Line line) {
        HeldBack.Facts of = line.of().of();
        return of.reference() + "  says " + of.partner() + " > " + of.force() + "  since " + of.since()
                + (line.overdue() ? "  OVERDUE since " : "  deadline ") + line.deadline()
                + (of.urgent() ? "  URGENT" : "") + "  "
                + String.join(" ", of.doubts().stream().map(Doubt::sentence).toList());
    }

    @Command(name = "release", mixinStandardHelpOptions = true, description = "Lets it go its way to the force.")
    int release(
            @Parameters(paramLabel = "REFERENCE", description = "SP-XXXX-XXXX") String reference,
            @Option(names = "--by", required = true, description = "the operator who decides") String by)
            throws IOException {
        return decide(reference, by, (vet, about) -> vet.release(about.by(), Vet.Way.COMMAND, about.reference()));
    }

    @Command(
            name = "refuse",
            mixinStandardHelpOptions = true,
            description = "Refuses it; the sender is told. It can still be released until it is erased.")
    int refuse(
            @Parameters(paramLabel = "REFERENCE", description = "SP-XXXX-XXXX") String reference,
            @Option(names = "--by", required = true, description = "the operator who decides") String by,
            @Option(
                            names = "--reason",
                            defaultValue = "not-from-sender",
                            description = "not-from-sender (default), came-another-way or not-a-form")
                    String code)
            throws IOException {
        Optional<Vet.Reason> reason = Vet.Reason.ofCode(code);
        if (reason.isEmpty()) {
            return wrong("--reason is not-from-sender, came-another-way or not-a-form", 2);
        }
        return decide(
                reference,
                by,
                (vet, about) -> vet.refuse(about.by(), Vet.Way.COMMAND, about.reference(), reason.get()));
    }

    private record About(OperatorName by, Reference reference) {}

    private int decide(String typed, String by, BiFunction<Vet, About, Optional<Refusal>> decision) throws IOException {
        Settings settings = GatewayApplication.settings();
        Optional<Reference> reference = Reference.parse(typed);
        if (reference.isEmpty()) {
            return wrong("that is no reference: " + typed, 2);
        }
        if (settings.operators().stream().noneMatch(account -> account.name().equalsIgnoreCase(by))) {
            return wrong("--by names nobody who stands under sealpost.operators", 2);
        }
        DatabaseSettings where = database(settings);
        if (Database.lookInto(where, reads -> true).isEmpty()) {
            throw noDatabase();
        }
        // In milliseconds, as everything is kept.
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        try (Database database = Database.open(where)) {
            Vet vet = OverdueWiring.vetting(
                    database.custody(),
                    new Trust(settings, clock),
                    DeliveryWiring.deadlinesOf(settings),
                    settings,
                    clock);
            Optional<Refusal> answer = decision.apply(vet, new About(new OperatorName(by), reference.get()));
            return answer.isPresent() ? wrong(answer.get().sentence(), 1) : 0;
        }
    }

    private int wrong(String sentence, int status) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("sealpost: " + sentence);
        err.flush();
        return status;
    }

    private static DatabaseSettings database(Settings settings) {
        return DataFolder.of(settings).database(settings.database());
    }

    private static RefusedToStartException noDatabase() {
        return new RefusedToStartException(
                "no-database", "there is no database of this version's gateway to look into");
    }
}
