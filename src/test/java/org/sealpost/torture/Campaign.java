package org.sealpost.torture;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sealpost.torture.inside.Mutation;
import org.springframework.util.FileSystemUtils;

/**
 * Round after round in worlds of every kind, those of different kinds at the same time, since a round is mostly waiting. A world
 * lasts some rounds and is then torn down for a fresh one.
 */
final class Campaign {
    private static final int ROUNDS_A_WORLD = 25;
    private static final int USUAL_PATIENCE = 150;

    private final Path folder;
    private final long seed;
    private final Mutation mutation;
    private final int patience;
    private final PrintStream out;
    private final Tally tally;
    private final AtomicInteger worlds = new AtomicInteger();
    private final AtomicInteger forms = new AtomicInteger();
    /** As many as there are things to do at once; a shared pool might have fewer. */
    private final ExecutorService hands = Executors.newCachedThreadPool(work -> {
        Thread hand = new Thread(work, "torture");
        hand.setDaemon(true);
        return hand;
    });

    Campaign(Path folder, long seed, Mutation mutation, PrintStream out) {
        this(folder, seed, mutation, USUAL_PATIENCE, out);
    }

    /** @param patience how many seconds a round's forms may take to agree once all is healed */
    Campaign(Path folder, long seed, Mutation mutation, int patience, PrintStream out) {
        this.folder = folder;
        this.seed = seed;
        this.mutation = mutation;
        this.patience = patience;
        this.out = out;
        this.tally = new Tally(seed);
    }

    /** So many rounds of what the seed chooses, with one gateway on either database; it ends early where something does not agree. */
    Outcome run(int rounds) {
        return run(rounds, World.Kind.SQLITE, World.Kind.POSTGRESQL);
    }

    /** The same with two gateways and a pair of brokers, which are harmed too. */
    Outcome runCluster(int rounds) {
        return run(rounds, World.Kind.CLUSTER);
    }

    /** In one world these faults, one a round, after a first round without any. */
    Outcome run(World.Kind kind, List<Fault> chosen) throws Exception {
        Deque<Fault> left = new ArrayDeque<>(chosen);
        world(kind, new Random(seed), chosen.size() + 1, chosen.size() + 1, world -> left.remove());
        return tally.outcome();
    }

    private Outcome run(int rounds, World.Kind... kinds) {
        List<CompletableFuture<Void>> lanes = Stream.of(kinds)
                .map(kind -> CompletableFuture.runAsync(() -> worldsOf(kind, rounds), hands))
                .toList();
        lanes.forEach(CompletableFuture::join);
        return tally.outcome();
    }

    private void worldsOf(World.Kind kind, int rounds) {
        Random random = new Random(seed + kind.ordinal());
        try {
            while (tally.isClean() && !tally.isOver(rounds)) {
                Deque<Fault> others = new ArrayDeque<>();
                world(
                        kind,
                        random,
                        ROUNDS_A_WORLD,
                        rounds,
                        world -> next(world, others, killsARound(kind, rounds), random));
            }
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    /** What is left of a world stays for whoever wants to know, where something did not agree. */
    private void world(World.Kind kind, Random random, int mostHere, int most, Function<World, Fault> choice)
            throws Exception {
        Path here = folder.resolve("world-" + worlds.incrementAndGet());
        try (World world = new World(here, kind, mutation)) {
            Rounds rounds = new Rounds(world, random, patience, tally, forms, hands, out);
            for (int i = 0; i < mostHere && tally.begins(most); i++) {
                rounds.one(
                        i == 0 ? Fault.of("nothing, so that failpoints are met", (w, r) -> true) : choice.apply(world));
            }
            rounds.end();
        }
        if (tally.isClean()) {
            FileSystemUtils.deleteRecursively(here);
        }
    }

    /** Places that were not struck yet, and now and then the next of the other faults. */
    private Fault next(World world, Deque<Fault> others, int kills, Random random) {
        if (others.isEmpty()) {
            List<Fault> all = new ArrayList<>(world.kind == World.Kind.CLUSTER ? ClusterFaults.of() : Faults.of(world));
            Collections.shuffle(all, random);
            others.addAll(all);
        }
        List<String> open = random.nextInt(3) == 0
                ? List.of()
                : tally.open(kills, place -> Kills.arePossible(world.kind, place), random);
        return open.isEmpty() ? others.remove() : Kills.at(open);
    }

    /**
     * Where there are two gateways one of them goes on, and the other may die as often as it likes. A short campaign cannot strike
     * all, and has a short round instead.
     */
    private static int killsARound(World.Kind kind, int rounds) {
        if (kind == World.Kind.CLUSTER) {
            return 8;
        }
        return rounds < 100 ? 1 : 2;
    }
}
