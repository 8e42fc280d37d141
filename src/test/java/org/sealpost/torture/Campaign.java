package org.sealpost.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.sealpost.torture.inside.Mutation;
import org.springframework.util.FileSystemUtils;

/**
 * Round after round: forms by every channel while one thing goes wrong, then everything is healed and held against each
 * other. A world lasts some rounds and is then torn down for a fresh one with the other kind of database.
 */
final class Campaign {
    private static final int ROUNDS_A_WORLD = 25;
    static final int FORMS = 2;
    private static final int USUAL_PATIENCE = 60;

    private final Path folder;
    private final long seed;
    private final Random random;
    private final Mutation mutation;
    private final int patience;
    private final PrintStream out;
    private final Set<String> known = new TreeSet<>();
    private final Set<String> struck = new TreeSet<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private final Deque<Fault> others = new ArrayDeque<>();
    /** As many as there are things to do at once; a shared pool might have fewer. */
    private final ExecutorService hands = Executors.newCachedThreadPool(work -> {
        Thread hand = new Thread(work, "torture");
        hand.setDaemon(true);
        return hand;
    });

    private int worlds;
    private int done;
    private int faults;
    private int submissions;
    private int forms;

    Campaign(Path folder, long seed, Mutation mutation, PrintStream out) {
        this(folder, seed, mutation, USUAL_PATIENCE, out);
    }

    /** @param patience how many seconds a round's forms may take to agree once all is healed */
    Campaign(Path folder, long seed, Mutation mutation, int patience, PrintStream out) {
        this.patience = patience;
        this.folder = folder;
        this.seed = seed;
        this.random = new Random(seed);
        this.mutation = mutation;
        this.out = out;
    }

    /** What a campaign has come to. */
    record Outcome(
            long seed,
            int rounds,
            int faults,
            int submissions,
            int failpoints,
            Set<String> notStruck,
            List<String> lost,
            List<String> doubled,
            List<String> unexplained) {
        boolean isClean() {
            return lost.isEmpty() && doubled.isEmpty() && unexplained.isEmpty();
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            lost.forEach(l -> text.append("LOST ").append(l).append('\n'));
            doubled.forEach(d -> text.append("DOUBLED ").append(d).append('\n'));
            unexplained.forEach(u -> text.append("UNEXPLAINED ").append(u).append('\n'));
            text.append("failpoints: ")
                    .append(failpoints - notStruck.size())
                    .append(" of ")
                    .append(failpoints);
            notStruck.forEach(n -> text.append("\n  not struck: ").append(n));
            return text.append("\nrounds ")
                    .append(rounds)
                    .append(", faults ")
                    .append(faults)
                    .append(", submissions ")
                    .append(submissions)
                    .append(", lost ")
                    .append(lost.size())
                    .append(", doubled ")
                    .append(doubled.size())
                    .append(", unexplained ")
                    .append(unexplained.size())
                    .append("; seed ")
                    .append(seed)
                    .toString();
        }
    }

    /** So many rounds of what the seed chooses; it ends early where something does not agree. */
    Outcome run(int rounds) throws Exception {
        int aWorld = rounds <= ROUNDS_A_WORLD ? (rounds + 1) / 2 : ROUNDS_A_WORLD;
        for (int number = 0; done < rounds && isClean(); number++) {
            others.clear();
            world(
                    number % 2 == 1 ? World.Kind.POSTGRESQL : World.Kind.SQLITE,
                    Math.min(rounds - done, aWorld),
                    this::next);
        }
        return outcome();
    }

    /** The same with two gateways and a pair of brokers, which are harmed too. */
    Outcome runCluster(int rounds) throws Exception {
        while (done < rounds && isClean()) {
            others.clear();
            world(World.Kind.CLUSTER, Math.min(rounds - done, ROUNDS_A_WORLD), this::next);
        }
        return outcome();
    }

    /** In one world these faults, one a round, after a first round without any. */
    Outcome run(World.Kind kind, List<Fault> chosen) throws Exception {
        Deque<Fault> left = new ArrayDeque<>(chosen);
        world(kind, chosen.size() + 1, world -> left.remove());
        return outcome();
    }

    /** What is left of a world stays for whoever wants to know, where something did not agree. */
    private void world(World.Kind kind, int rounds, Function<World, Fault> choice) throws Exception {
        Path here = folder.resolve("world-" + ++worlds);
        try (World world = new World(here, kind, mutation)) {
            Reckoning reckoning = new Reckoning(world);
            round(world, reckoning, Fault.of("nothing, so that failpoints are met", (w, r) -> true));
            for (int i = 1; i < rounds && isClean(); i++) {
                round(world, reckoning, choice.apply(world));
            }
            submissions += reckoning.accepted();
        }
        if (isClean()) {
            FileSystemUtils.deleteRecursively(here);
        }
    }

    private Outcome outcome() {
        Set<String> missing = new TreeSet<>(known);
        missing.removeAll(struck);
        return new Outcome(seed, done, faults, submissions, known.size(), missing, lost, doubled, unexplained);
    }

    private boolean isClean() {
        return lost.isEmpty() && doubled.isEmpty() && unexplained.isEmpty();
    }

    /** By turns: a failpoint that was not struck yet, and the next of the other faults. */
    private Fault next(World world) {
        if (others.isEmpty()) {
            List<Fault> all = new ArrayList<>(world.kind == World.Kind.CLUSTER ? ClusterFaults.of() : Faults.of(world));
            Collections.shuffle(all, random);
            others.addAll(all);
        }
        List<String> open = known.stream()
                .filter(k -> !struck.contains(k))
                .sorted((a, b) -> tries.getOrDefault(a, 0) - tries.getOrDefault(b, 0))
                .toList();
        boolean mostlyOthers = world.kind == World.Kind.CLUSTER && random.nextInt(3) != 0;
        if (open.isEmpty() || mostlyOthers || random.nextInt(4) == 0) {
            return others.remove();
        }
        int least = tries.getOrDefault(open.get(0), 0);
        List<String> fewest =
                open.stream().filter(k -> tries.getOrDefault(k, 0) == least).toList();
        String failpoint = fewest.get(random.nextInt(fewest.size()));
        tries.merge(failpoint, 1, Integer::sum);
        if (world.kind == World.Kind.CLUSTER) {
            return ClusterFaults.killAt(failpoint);
        }
        return failpoint.startsWith("force: ") ? Faults.killForceAt(failpoint) : Faults.killAt(failpoint);
    }

    private void round(World world, Reckoning reckoning, Fault fault) throws Exception {
        done++;
        long begun = System.nanoTime();
        Random strikers = new Random(random.nextLong());
        world.untaken = new CountDownLatch(FORMS * world.senders.size());
        CompletableFuture<Boolean> striking =
                CompletableFuture.supplyAsync(() -> strike(fault, world, strikers), hands);
        Pause.of(150);
        List<CompletableFuture<Void>> sending = new ArrayList<>();
        List<Long> seeds = new ArrayList<>();
        world.senders.forEach(s -> seeds.add(random.nextLong()));
        for (int i = 0; i < world.senders.size(); i++) {
            Sender sender = world.senders.get(i);
            List<Form> mine = new ArrayList<>();
            Random own = new Random(seeds.get(i));
            for (int f = 0; f < FORMS; f++) {
                mine.add(Form.of(++forms, own));
            }
            sending.add(CompletableFuture.runAsync(
                    () -> mine.forEach(form -> send(sender, form, reckoning, world)), hands));
        }
        boolean happened = striking.join();
        world.heal();
        sending.forEach(CompletableFuture::join);
        world.heal();
        Reckoning.Result result = reckoning.within(patience);
        String ledger = reckoning.ledger();
        known.addAll(world.met());
        if (happened) {
            faults++;
            String place = fault.name().replaceFirst("^(gateway killed |force killed at )", "");
            if (known.contains(place)) {
                struck.add(place);
            }
        }
        lost.addAll(result.lost());
        doubled.addAll(result.doubled());
        unexplained.addAll(result.unexplained());
        if (!ledger.isEmpty()) {
            unexplained.add("the ledger does not verify: " + ledger);
        }
        out.printf(
                "%4d  %-10s %-75s %s  %3d s%n",
                done,
                world.kind.name().toLowerCase(java.util.Locale.ROOT),
                fault.name() + (happened ? "" : " (did not come to it)"),
                result.isClean() && ledger.isEmpty() ? "agrees" : "DOES NOT AGREE",
                (System.nanoTime() - begun) / 1_000_000_000L);
        out.flush();
    }

    private boolean strike(Fault fault, World world, Random strikers) {
        try {
            return fault.strike(world, strikers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (Exception e) {
            throw new CompletionException(fault.name(), e);
        }
    }

    /** As every sender should: again until the gateway says that it has it. */
    private void send(Sender sender, Form form, Reckoning reckoning, World world) {
        long end = System.nanoTime() + USUAL_PATIENCE * 2 * 1_000_000_000L;
        boolean sentOnce = false;
        while (System.nanoTime() < end) {
            try {
                if (!sentOnce || sender.sendsAgain()) {
                    sender.send(form);
                    sentOnce = true;
                }
                if (sender.accepted(form)) {
                    synchronized (reckoning) {
                        reckoning.accepted(form, sender);
                    }
                    world.untaken.countDown();
                    return;
                }
            } catch (IOException e) {
                // He tries again.
            }
            Pause.of(200);
        }
        synchronized (unexplained) {
            unexplained.add(form.token() + " by " + sender.channel() + " was never taken");
        }
    }
}
