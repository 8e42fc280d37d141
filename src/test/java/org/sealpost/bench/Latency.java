package org.sealpost.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sealpost.torture.MailServer;

/**
 * From arrival to "the force holds it", which is when the gateway has kept the receipt: one after the other, and at half
 * of what it can do. An e-mail arrives when it lies in the mailbox.
 */
final class Latency implements Part {
    private static final double MOST_BY_MAIL = 2000;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public void measure(Scale scale, Report report) throws Exception {
        boolean mail = MailServer.isPossible();
        try (Folder folder = new Folder();
                RunningGateway gateway =
                        new RunningGateway(folder.path().resolve("gateway"), "512m", 2, mail, false).withForce()) {
            Paper form = Paper.form();
            SendsByWeb web = new SendsByWeb(gateway);
            Throughput.perSecond(gateway, web, form.next(scale.of(200, 40)));
            double rate = Throughput.perSecond(gateway, web, form.next(scale.of(100, 40)));
            int times = scale.of(100, 15);
            say(report, "web, idle", idle(gateway, web, form, times), Promise.NONE);
            if (mail) {
                SendsByMail letters = new SendsByMail(gateway);
                idle(gateway, letters, form, 3);
                say(report, "e-mail, idle", idle(gateway, letters, form, times), Promise.atMost(MOST_BY_MAIL));
                double byMail = Throughput.perSecond(gateway, letters, form.next(scale.of(60, 20)));
                say(report, "e-mail, half load", mailHalfLoad(gateway, letters, form, times, byMail / 2), Promise.NONE);
            }
            say(report, "web, half load", webHalfLoad(gateway, web, form, 2 * times, rate / 2), Promise.NONE);
        }
    }

    private void say(Report report, String what, List<Double> milliseconds, Promise ofThe99th) {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        report.figure(name(), what + ", p50", "ms", sorted.get(sorted.size() / 2));
        int at = Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * 0.99) - 1);
        report.figure(name(), what + ", p99 of " + sorted.size(), "ms", List.of(sorted.get(at)), ofThe99th);
    }

    /** At moments that do not keep step with any poll. */
    private static List<Double> idle(RunningGateway gateway, Sends sends, Paper paper, int times) throws Exception {
        List<Double> milliseconds = new ArrayList<>();
        try (Settled settled = gateway.settled()) {
            for (int i = 0; i < times; i++) {
                byte[] next = paper.next();
                Waiting.milliseconds(137L * (i % 8));
                long before = settled.receipted();
                long begin = System.nanoTime();
                sends.all(List.of(next));
                settled.await(before + 1, Duration.ofMinutes(1));
                milliseconds.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return milliseconds;
    }

    private static List<Double> webHalfLoad(
            RunningGateway gateway, SendsByWeb web, Paper paper, int times, double aSecond) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(16);
        List<Future<Map.Entry<String, Long>>> sent = new ArrayList<>();
        try (Settled settled = gateway.settled()) {
            long before = settled.receipted();
            for (int i = 0; i < times; i++) {
                byte[] next = paper.next();
                sent.add(hands.submit(() -> {
                    long begin = System.currentTimeMillis();
                    return Map.entry(web.one(next), begin);
                }));
                Waiting.milliseconds((long) (1000 / aSecond));
            }
            settled.await(before + times, Duration.ofMinutes(2));
            Map<String, Long> ends = settled.times();
            List<Double> milliseconds = new ArrayList<>();
            for (Future<Map.Entry<String, Long>> one : sent) {
                milliseconds.add(
                        (double) (Objects.requireNonNull(ends.get(one.get().getKey()))
                                - one.get().getValue()));
            }
            return milliseconds;
        } finally {
            hands.shutdownNow();
        }
    }

    /** The letters and the receipts are held against each other in their order. */
    private static List<Double> mailHalfLoad(
            RunningGateway gateway, SendsByMail letters, Paper paper, int times, double aSecond) throws Exception {
        try (Settled settled = gateway.settled()) {
            long before = settled.receipted();
            List<Long> begins = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                byte[] next = paper.next();
                begins.add(System.currentTimeMillis());
                letters.all(List.of(next));
                Waiting.milliseconds((long) (1000 / aSecond));
            }
            settled.await(before + times, Duration.ofMinutes(2));
            List<Long> ends = settled.times().values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(times)
                    .sorted()
                    .toList();
            List<Double> milliseconds = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                milliseconds.add((double) (ends.get(i) - begins.get(i)));
            }
            return milliseconds;
        }
    }
}
