package org.sealpost.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many a second end to end, receipts included, beside the plain loop; in turns, so that noise weighs on both. Every
 * process has the heap that it takes by itself, and has compiled what it will compile before anything counts.
 */
final class Throughput implements Part {
    private static final int WORKERS = 2;
    private static final double LEAST = 0.7;

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public void measure(Scale scale, Report report) throws Exception {
        try (Folder folder = new Folder();
                Ceiling ceiling = new Ceiling(folder.path(), WORKERS);
                RunningGateway gateway =
                        new RunningGateway(folder.path().resolve("gateway"), "", WORKERS, false, false).withForce()) {
            Paper form = Paper.form();
            Sends web = new SendsByWeb(gateway);
            int times = scale.of(300, 40);
            int warmUp = scale.of(2_000, 80);
            ceiling.run(form.next(warmUp));
            perSecond(gateway, web, form.next(warmUp));
            List<Run> plain = new ArrayList<>();
            List<Run> whole = new ArrayList<>();
            for (int run = 0; run < 5; run++) {
                plain.add(Run.of(times, () -> ceiling.run(form.next(times)), ceiling::processorTime));
                whole.add(Run.of(times, () -> perSecond(gateway, web, form.next(times)), gateway::processorTime));
            }
            report.ratio(
                    name(),
                    "web, " + form.name() + ": end to end / ceiling",
                    Run.rates(whole),
                    Run.rates(plain),
                    Promise.atLeast(LEAST));
            report.ratio(
                    name(),
                    "web, " + form.name() + ": processor time, ceiling / end to end",
                    Run.costs(plain),
                    Run.costs(whole),
                    Promise.NONE);
            report.figure(name(), "ceiling, " + form.name(), "a second", Run.rates(plain));
            report.figure(name(), "ceiling, " + form.name() + ", processor time of each", "ms", Run.costs(plain));
            report.figure(name(), "web, " + form.name() + ", end to end", "a second", Run.rates(whole));
            report.figure(name(), "web, " + form.name() + ", processor time of each", "ms", Run.costs(whole));
        }
    }

    /** From the first that is sent to the last receipt that the gateway has kept. */
    static double perSecond(RunningGateway gateway, Sends sends, List<byte[]> papers)
            throws IOException, InterruptedException {
        try (Settled settled = gateway.settled()) {
            long before = settled.receipted();
            long begin = System.nanoTime();
            sends.all(papers);
            settled.await(before + papers.size(), Duration.ofMinutes(5));
            return papers.size() / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
