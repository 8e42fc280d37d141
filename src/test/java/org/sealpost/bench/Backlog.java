package org.sealpost.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Many are accepted in one go while the force is away; then it comes back. Each must be there once, the gateway's memory
 * flat, and the ledger must verify.
 */
final class Backlog implements Part {
    /** What the live heap may differ by. */
    /** Above rest: the embedded broker holds so much before it pages, and what else happens. */
    private static final double FLAT_MEGABYTES = 64 + 8;

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public void measure(Scale scale, Report report) throws Exception {
        int many = scale.of(10_000, 300);
        try (Folder folder = new Folder();
                RunningGateway gateway = new RunningGateway(folder.path().resolve("gateway"), "512m", 2, false, false);
                Settled settled = gateway.settled()) {
            SendsByWeb web = new SendsByWeb(gateway);
            double rest = LiveMemory.heap(gateway.process());
            List<Double> live = new ArrayList<>();
            int parts = 5;
            for (int part = 0; part < parts; part++) {
                web.notes(notes(part * many / parts, (part + 1) * many / parts));
                live.add(LiveMemory.heap(gateway.process()));
            }
            report.figure(name(), "live heap at rest", "MB", rest);
            report.figure(name(), "live heap while " + many + " wait for the force", "MB", live);
            long begin = System.nanoTime();
            gateway.withForce();
            settled.await(many, Duration.ofMinutes(30));
            report.figure(name(), "backlog drained", "a second", many / ((System.nanoTime() - begin) / 1e9));
            double after = LiveMemory.heap(gateway.process());
            report.figure(name(), "live heap afterwards", "MB", after);
            live.add(after);
            report.check(name(), "memory is flat", live.stream().allMatch(l -> l < rest + FLAT_MEGABYTES));
            report.check(
                    name(),
                    many + " accepted, each with the force once",
                    settled.admitted() == many && settled.receipted() == many && kept(gateway) == many);
            report.check(name(), "the ledger verifies", gateway.ledgerVerifies());
        }
    }

    private static List<byte[]> notes(int from, int to) {
        List<byte[]> notes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            notes.add(("Your name: Ann Reed\nYour reference: BENCH-" + i
                            + "\nSuspect name: Paul Frost\nVehicle registration: AB12 CDE\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        return notes;
    }

    private static long kept(RunningGateway gateway) throws IOException {
        try (Stream<Path> folders = Files.list(gateway.received())) {
            return folders.filter(f -> f.getFileName().toString().startsWith("SP-"))
                    .count();
        }
    }
}
