package org.sealpost.torture;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * What goes wrong where there are two gateways and two brokers. What is left must do the work: where a fault says so, nothing is
 * healed before all of the round's forms are taken, or are with the force.
 */
final class ClusterFaults {
    /** Longer than a lease, a claim and a standstill in a commit together. */
    private static final long TAKEN_OVER = 60;

    private static final long FREEZE = 13_000;

    private ClusterFaults() {}

    static List<Fault> of() {
        return List.of(
                Fault.of("nothing", (w, r) -> true),
                Fault.of("one gateway killed, the other takes all", (w, r) -> {
                    Pause.of(r.nextInt(3_000));
                    one(w, r).gateway.kill();
                    return allTaken(w);
                }),
                Fault.of("one gateway frozen, the other takes all", (w, r) -> {
                    Pause.of(r.nextInt(3_000));
                    Node ill = one(w, r);
                    Signals.freeze(ill.gateway.pid());
                    return foundIll(w, ill) && allTaken(w);
                }),
                Fault.of("one gateway frozen and waking up", (w, r) -> {
                    Pause.of(r.nextInt(2_000));
                    long pid = one(w, r).gateway.pid();
                    Signals.freeze(pid);
                    Pause.of(FREEZE);
                    Signals.thaw(pid);
                    return true;
                }),
                Fault.of("both gateways killed", (w, r) -> {
                    Pause.of(r.nextInt(3_000));
                    w.nodes.forEach(node -> node.gateway.kill());
                    return true;
                }),
                Fault.of("one gateway loses the database, the other takes all", (w, r) -> {
                    Pause.of(r.nextInt(2_000));
                    Node ill = one(w, r);
                    ill.toDatabase.orElseThrow().cut();
                    return foundIll(w, ill) && allTaken(w);
                }),
                Fault.of("database crashed", (w, r) -> {
                    Pause.of(r.nextInt(2_000));
                    w.database.orElseThrow().crash();
                    Pause.of(1_000);
                    w.database.orElseThrow().start();
                    return true;
                }),
                Fault.of("connection cut when the database has heard a commit", (w, r) -> {
                    Wire wire = one(w, r).toDatabase.orElseThrow();
                    wire.hangUpAt("COMMIT", true);
                    for (int i = 0; i < 100 && !wire.sprung(); i++) {
                        Pause.of(80);
                    }
                    return wire.sprung();
                }),
                Fault.of("live broker killed, the other takes over", (w, r) -> {
                    int before = w.kept().size();
                    Pause.of(r.nextInt(2_000));
                    killLive(w);
                    return allTaken(w) && allDelivered(w, before);
                }),
                Fault.of("live broker frozen and waking up", (w, r) -> {
                    Pause.of(r.nextInt(2_000));
                    long pid = w.liveBroker().orElseThrow().pid();
                    Signals.freeze(pid);
                    Pause.of(FREEZE);
                    Signals.thaw(pid);
                    return true;
                }),
                Fault.of("both brokers killed", (w, r) -> {
                    Pause.of(r.nextInt(2_000));
                    w.brokers.forEach(BrokerServer::kill);
                    Pause.of(2_000);
                    return true;
                }),
                bothKindsOfDeath(),
                Fault.of("force killed at a random moment", (w, r) -> {
                    Pause.of(500 + r.nextInt(3_000));
                    w.force.kill();
                    return true;
                }));
    }

    static Fault bothKindsOfDeath() {
        return Fault.of("one gateway and the live broker killed, the others take over", (w, r) -> {
            int before = w.kept().size();
            Pause.of(500 + r.nextInt(1_500));
            one(w, r).gateway.kill();
            killLive(w);
            return allTaken(w) && allDelivered(w, before);
        });
    }

    private static Node one(World world, Random random) {
        return world.nodes.get(random.nextInt(world.nodes.size()));
    }

    private static void killLive(World world) {
        for (int i = 0; i < 100 && world.liveBroker().isEmpty(); i++) {
            Pause.of(100);
        }
        world.liveBroker().orElseThrow().kill();
    }

    /** Whatever spreads connections over the gateways asks for their health, and sends nobody to one that is ill. */
    private static boolean foundIll(World world, Node ill) {
        Pause.of(4_000);
        world.toWeb.leaveOut(ill.web);
        world.toDrop.leaveOut(ill.drop);
        return true;
    }

    private static boolean allTaken(World world) throws InterruptedException {
        if (!world.untaken.await(TAKEN_OVER, TimeUnit.SECONDS)) {
            throw new IllegalStateException("what was sent is not taken while one of two is gone; see " + world.folder);
        }
        return true;
    }

    private static boolean allDelivered(World world, int before) throws IOException {
        int expected = before + world.senders.size() * Rounds.FORMS;
        for (int i = 0; i < TAKEN_OVER * 10; i++) {
            if (world.kept().size() >= expected) {
                return true;
            }
            Pause.of(100);
        }
        throw new IllegalStateException(
                "what was taken is not delivered while one of two is gone; see " + world.folder);
    }
}
