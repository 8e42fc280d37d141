package org.sealpost;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.Custody;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Intervene;
import org.sealpost.delivery.Particulars;
import org.sealpost.delivery.Undelivered;
import org.sealpost.delivery.UndeliveredList;
import org.sealpost.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** For whoever has only a shell. Reads the database, while the gateway runs or not; that somebody looked stands in the ledger. */
@Command(
        name = "undelivered",
        mixinStandardHelpOptions = true,
        description =
                "Lists every submission without a receipt, oldest first, and why. Exit status 1: some are overdue.")
final class UndeliveredCommand implements Callable<Integer> {
    private static final int AT_ONCE = 500;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Settings settings = GatewayApplication.settings();
        DataFolder data = DataFolder.of(settings);
        ShellLook.note(settings, data, Consult.Listing.UNDELIVERED);
        UndeliveredList list = new UndeliveredList(
                DeliveryWiring.deadlinesOf(settings), Clock.systemUTC().instant());
        PrintWriter out = spec.commandLine().getOut();
        Inquire.Backlog backlog = Database.lookInto(
                        data.database(settings.database()), reads -> printed(out, list, reads))
                .orElseThrow(() -> new RefusedToStartException(
                        "no-database", "there is no database of this version's gateway to look into"));
        out.println(backlog.waiting() + " without a receipt, " + backlog.overdue() + " of them overdue");
        out.flush();
        return backlog.overdue() == 0 ? 0 : 1;
    }

    private static Inquire.Backlog printed(PrintWriter out, UndeliveredList list, Custody.Reads reads) {
        Intervene.Page page = list.page(reads, -1, AT_ONCE);
        while (!page.lines().isEmpty()) {
            List<Intervene.Line> lines = page.lines();
            lines.forEach(line -> out.println(one(line)));
            page = list.page(reads, lines.get(lines.size() - 1).of().position(), AT_ONCE);
        }
        if (!reads.undecided(0, 1).isEmpty()) {
            out.println("What is held back until a person decides is counted too: bin/sealpost held");
        }
        return page.backlog();
    }

    private static String one(Intervene.Line line) {
        Undelivered undelivered = line.of();
        Particulars of = undelivered.of();
        StringBuilder text = new StringBuilder(of.reference().value())
                .append("  ")
                .append(of.partner())
                .append(" > ")
                .append(of.force())
                .append("  ")
                .append(of.channel().word())
                .append("  since ")
                .append(of.admittedAt())
                .append(line.overdue() ? "  OVERDUE since " : "  deadline ")
                .append(line.deadline())
                .append(of.urgent() ? "  URGENT" : "")
                .append("  ")
                .append(undelivered.why().sentence());
        line.proposal().ifPresent(p -> text.append("  ")
                .append(p.by())
                .append(" proposes ")
                .append(p.measure().word())
                .append(", open until ")
                .append(p.lapsesAt()));
        return text.toString();
    }
}
