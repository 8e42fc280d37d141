package org.sealpost.torture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * SIGKILL at named places, one after the other, at whichever gateway meets it first, or at the force. Who was killed starts
 * again at once, and what is left goes on meanwhile.
 */
final class Kills {
    static final long DAY = Duration.ofDays(1).toMillis();
    private static final long MEETING = 12_000;
    private static final long STARTING = 60_000;
    private static final String LEAVE = ".leave";
    /** Places that nobody comes to while all is well. */
    private static final List<String> OF_TROUBLE = List.of("outbox.failed", "Notices.postpone", LEAVE);

    /** Places that a gateway comes to once a day, soon after it has started. */
    private static final List<String> OF_ANOTHER_DAY =
            List.of("reconcile", "erase", "Writes.forgetBefore", "dropOrphansBefore");

    private final World world;

    private Kills(World world) {
        this.world = world;
    }

    /** Nothing is left for later where the database is a file that is always there. */
    static boolean arePossible(World.Kind kind, String failpoint) {
        return kind != World.Kind.SQLITE || !failpoint.endsWith(LEAVE);
    }

    static Fault at(String... failpoints) {
        return at(List.of(failpoints));
    }

    static Fault at(List<String> failpoints) {
        String name =
                failpoints.size() == 1 ? "killed " + failpoints.get(0) : "killed at " + failpoints.size() + " places";
        return new Fault(name, failpoints, (world, random) -> {
            Kills kills = new Kills(world);
            boolean any = false;
            for (String failpoint : failpoints) {
                any |= kills.at(failpoint);
            }
            return any;
        });
    }

    private boolean at(String failpoint) throws Exception {
        List<Victim> victims = failpoint.startsWith("force: ")
                ? List.of(world.force)
                : world.nodes.stream().map(node -> node.gateway).toList();
        victims.forEach(victim -> victim.arm(failpoint, 1));
        provoke(failpoint);
        Optional<Victim> met = failpoint.startsWith("force: ")
                ? standingOnceUp(victims, MEETING)
                : standingInTheEnd(victims, failpoint);
        met.ifPresent(Victim::kill);
        victims.forEach(Victim::go);
        if (met.isEmpty()) {
            return false;
        }
        world.struck.add(failpoint);
        met.get().start();
        world.forward();
        return true;
    }

    /** What no form that is sent as it should be comes to. */
    private void provoke(String failpoint) throws Exception {
        if (failpoint.contains("Writes.remember")) {
            world.thief()
                    .put(
                            UUID.randomUUID().toString(),
                            UUID.randomUUID().toString().getBytes(UTF_8));
        }
        if (failpoint.contains("Notices.show")) {
            CompletableFuture.runAsync(() -> dropNothing(failpoint));
        }
    }

    private void dropNothing(String failpoint) {
        for (int i = 0; i < 5 && !world.struck.contains(failpoint); i++) {
            for (Sender sender : world.senders) {
                if (sender instanceof ByDrop drop) {
                    drop.sendNothing();
                }
            }
            Pause.of(2_000);
        }
    }

    private Optional<Victim> standingInTheEnd(List<Victim> victims, String failpoint) throws Exception {
        if (OF_ANOTHER_DAY.stream().anyMatch(failpoint::contains)) {
            return standingOnAnotherDay(victims);
        }
        boolean ofTrouble = OF_TROUBLE.stream().anyMatch(failpoint::endsWith);
        Optional<Victim> met = standingOnceUp(victims, ofTrouble ? 0 : MEETING);
        // Clients wait up to half a minute for an answer before they call it a failure.
        return met.isPresent() ? met : standingInTrouble(victims, failpoint, ofTrouble ? 4 * MEETING : MEETING);
    }

    private Optional<Victim> standingOnAnotherDay(List<Victim> victims) throws Exception {
        for (Victim victim : victims) {
            victim.setClock(victim.clock() + DAY);
            victim.kill();
            victim.start();
        }
        return standingOnceUp(victims, MEETING);
    }

    private Optional<Victim> standingInTrouble(List<Victim> victims, String failpoint, long patience) throws Exception {
        boolean withoutDatabase = failpoint.endsWith(LEAVE);
        world.loseBroker();
        for (Node node : world.nodes) {
            node.toReplies.ifPresent(Wire::cut);
            if (withoutDatabase) {
                node.toDatabase.ifPresent(Wire::cut);
            }
        }
        Optional<Victim> met = standing(victims, patience);
        world.nodes.forEach(node -> node.wires().forEach(Wire::mend));
        world.regainBroker();
        return met.isPresent() ? met : standing(victims, MEETING / 2);
    }

    /** Who was killed before is still starting, which may come to the place too. */
    private Optional<Victim> standingOnceUp(List<Victim> victims, long patience) throws InterruptedException {
        long end = System.nanoTime() + STARTING * 1_000_000;
        while (!world.isAnyHealthy() && System.nanoTime() < end) {
            Optional<Victim> early = standing(victims, 0);
            if (early.isPresent()) {
                return early;
            }
            Pause.of(100);
        }
        return standing(victims, patience);
    }

    private static Optional<Victim> standing(List<Victim> victims, long patience) throws InterruptedException {
        long end = System.nanoTime() + patience * 1_000_000;
        do {
            for (Victim victim : victims) {
                if (victim.stands(20)) {
                    return Optional.of(victim);
                }
            }
        } while (System.nanoTime() < end);
        return Optional.empty();
    }
}
