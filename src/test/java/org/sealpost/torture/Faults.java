package org.sealpost.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sealpost.torture.ReceiptThief.Stolen;

/** All that goes wrong beside SIGKILL at failpoints. */
final class Faults {
    private static final long MEETING = 8_000;

    private Faults() {}

    /** Those that this world can suffer. */
    static List<Fault> of(World world) {
        List<Fault> all = new ArrayList<>(List.of(
                Fault.of("nothing", (w, r) -> true),
                Fault.of("gateway killed at a random moment", (w, r) -> {
                    Pause.of(r.nextInt(3_000));
                    w.gateway.kill();
                    return true;
                }),
                Fault.of("force killed at a random moment", (w, r) -> {
                    Pause.of(500 + r.nextInt(3_000));
                    w.force.kill();
                    return true;
                }),
                Fault.of("gateway frozen", (w, r) -> {
                    Pause.of(r.nextInt(1_500));
                    Signals.freeze(w.gateway.pid());
                    Pause.of(4_000);
                    Signals.thaw(w.gateway.pid());
                    return true;
                }),
                Fault.of("clock forward a day", (w, r) -> {
                    w.gateway.setClock(w.gateway.clock() + Kills.DAY);
                    return true;
                }),
                Fault.of("clock back three hours", (w, r) -> {
                    w.gateway.setClock(w.gateway.clock() - 10_800_000);
                    return true;
                }),
                Fault.of("web upload cut off", (w, r) -> {
                    w.toWeb.hangUpAfter(200 + r.nextInt(r.nextBoolean() ? 1_000 : 200_000));
                    return sprung(w.toWeb);
                }),
                Fault.of("SFTP drop cut off", (w, r) -> {
                    w.toDrop.hangUpAfter(3_000 + r.nextInt(r.nextBoolean() ? 3_000 : 200_000));
                    return sprung(w.toDrop);
                })));
        all.addAll(ofBroker());
        all.addAll(ofReceipts());
        world.toDatabase.ifPresentOrElse(wire -> all.addAll(ofServer(wire)), () -> all.add(diskFull()));
        world.toMailbox.ifPresent(wire -> all.addAll(ofMailbox(wire)));
        world.toReplies.ifPresent(wire -> all.addAll(ofReplies(wire)));
        world.toPolled.ifPresent(wire -> all.addAll(ofPolled(wire)));
        return all;
    }

    private static List<Fault> ofBroker() {
        return List.of(
                Fault.of("broker down", (w, r) -> {
                    Pause.of(r.nextInt(2_000));
                    w.broker.kill();
                    Pause.of(3_000);
                    w.broker.start();
                    return true;
                }),
                Fault.of("broker wiped", (w, r) -> {
                    Pause.of(r.nextInt(2_000));
                    w.broker.wipe();
                    w.broker.start();
                    return true;
                }),
                Fault.of("broker slow", (w, r) -> {
                    w.toBroker.slow(300);
                    w.fromForce.slow(300);
                    Pause.of(5_000);
                    return true;
                }),
                Fault.of("broker's disk full", (w, r) -> {
                    Signals.fillDisk(w.broker.pid(), 1);
                    Pause.of(4_000);
                    // Artemis ends itself when it cannot write.
                    w.broker.kill();
                    return true;
                }),
                Fault.of("broker unreachable", (w, r) -> {
                    Pause.of(r.nextInt(1_500));
                    w.toBroker.cut();
                    Pause.of(3_000);
                    return true;
                }),
                Fault.of("broker lost by the force", (w, r) -> {
                    Pause.of(r.nextInt(2_000));
                    w.fromForce.cut();
                    Pause.of(2_000);
                    return true;
                }));
    }

    private static List<Fault> ofReceipts() {
        return List.of(
                withReceipts("receipts lost", (thief, stolen) -> {}),
                withReceipts("receipts repeated", (thief, stolen) -> {
                    for (int i = 0; i < 3; i++) {
                        for (Stolen one : stolen) {
                            thief.put(one.correlation(), one.bytes());
                        }
                    }
                }),
                withReceipts("receipts late", (thief, stolen) -> {
                    Pause.of(5_000);
                    for (Stolen one : stolen) {
                        thief.put(one.correlation(), one.bytes());
                    }
                }),
                withReceipts("receipts forged", (thief, stolen) -> {
                    for (Stolen one : stolen) {
                        byte[] forged = one.bytes().clone();
                        forged[forged.length / 2] ^= 1;
                        thief.put(one.correlation(), forged);
                        thief.put(one.correlation(), new byte[] {1, 2, 3});
                    }
                }),
                withReceipts("receipts under another's name", (thief, stolen) -> {
                    for (Stolen one : stolen) {
                        thief.put(UUID.randomUUID().toString(), one.bytes());
                        for (Stolen other : stolen) {
                            thief.put(other.correlation(), one.bytes());
                        }
                    }
                }));
    }

    /** While the gateway has lost its broker somebody else gets at the receipts. */
    private static Fault withReceipts(String name, Doing doing) {
        return Fault.of(name, (w, r) -> {
            if (!stand(w, "after dispatch/send")) {
                return false;
            }
            w.toBroker.cut();
            w.gateway.go();
            Pause.of(1_000);
            ReceiptThief thief = w.thief();
            List<Stolen> stolen = thief.steal(2_000);
            w.toBroker.mend();
            doing.with(thief, stolen);
            return !stolen.isEmpty();
        });
    }

    /** What is done with stolen receipts. */
    @FunctionalInterface
    private interface Doing {
        void with(ReceiptThief thief, List<Stolen> stolen) throws Exception;
    }

    private static List<Fault> ofServer(Wire wire) {
        return List.of(
                Fault.of("database crashed", (w, r) -> {
                    Pause.of(r.nextInt(2_000));
                    w.database.orElseThrow().crash();
                    Pause.of(1_000);
                    w.database.orElseThrow().start();
                    return true;
                }),
                Fault.of("database unreachable", (w, r) -> {
                    Pause.of(r.nextInt(1_500));
                    wire.cut();
                    Pause.of(3_000);
                    return true;
                }),
                Fault.of("connection cut before the database hears a commit", (w, r) -> {
                    wire.hangUpAt("COMMIT", false);
                    return sprung(wire);
                }),
                Fault.of("connection cut when the database has heard a commit", (w, r) -> {
                    wire.hangUpAt("COMMIT", true);
                    return sprung(wire);
                }),
                Fault.of("gateway killed when the database has heard a commit", (w, r) -> {
                    wire.springAt("COMMIT", true, w.gateway::kill);
                    return sprung(wire);
                }));
    }

    private static Fault diskFull() {
        return Fault.of("disk full", (w, r) -> {
            Pause.of(r.nextInt(1_000));
            Signals.fillDisk(w.gateway.pid(), 1 + r.nextInt(200_000));
            Pause.of(4_000);
            Signals.freeDisk(w.gateway.pid());
            return true;
        });
    }

    private static List<Fault> ofMailbox(Wire wire) {
        return List.of(
                Fault.of("IMAP dropped in the middle of a letter", (w, r) -> {
                    wire.hangUpAfter(1_000 + r.nextInt(r.nextBoolean() ? 3_000 : 200_000));
                    return sprung(wire);
                }),
                Fault.of("IMAP dropped before a move is heard", (w, r) -> {
                    wire.hangUpAt("UID MOVE", false);
                    return sprung(wire);
                }),
                Fault.of("IMAP dropped when a move is heard", (w, r) -> {
                    wire.hangUpAt("UID MOVE", true);
                    return sprung(wire);
                }),
                Fault.of("gateway killed when a move is heard", (w, r) -> {
                    wire.springAt("UID MOVE", true, w.gateway::kill);
                    return sprung(wire);
                }),
                Fault.of("UIDVALIDITY changed", (w, r) -> {
                    Pause.of(r.nextInt(2_000));
                    w.mail.orElseThrow().changeUidValidity();
                    return true;
                }),
                Fault.of("letter taken away during the commit", (w, r) -> {
                    if (!stand(w, "admitted by email, the source not told")) {
                        return false;
                    }
                    boolean taken = takeAwayOne(w);
                    w.gateway.go();
                    return taken;
                }));
    }

    /** The letter that is stored by now is the one that the mailbox holds longest. */
    private static boolean takeAwayOne(World world) throws java.io.IOException {
        for (Sender sender : world.senders) {
            if (sender instanceof ByMail mail) {
                for (Form form : mail.underway()) {
                    Optional<Path> letter = world.mail.orElseThrow().inInbox(form.token());
                    if (letter.isPresent() && Files.deleteIfExists(letter.get())) {
                        mail.takenAway(form);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<Fault> ofReplies(Wire wire) {
        return List.of(
                Fault.of("SMTP unreachable", (w, r) -> {
                    wire.cut();
                    Pause.of(4_000);
                    return true;
                }),
                Fault.of("SMTP dropped when a reply is heard", (w, r) -> {
                    wire.hangUpAt("\r\n.\r\n", true);
                    return sprung(wire);
                }));
    }

    private static List<Fault> ofPolled(Wire wire) {
        return List.of(
                Fault.of("polled server dropped in the middle of a file", (w, r) -> {
                    wire.hangUpAfter(2_000 + r.nextInt(r.nextBoolean() ? 3_000 : 100_000));
                    return sprung(wire);
                }),
                Fault.of("polled server unreachable", (w, r) -> {
                    wire.cut();
                    Pause.of(4_000);
                    return true;
                }));
    }

    private static boolean stand(World world, String failpoint) throws InterruptedException {
        world.gateway.arm(failpoint, 1);
        boolean stands = world.gateway.stands(MEETING);
        if (!stands) {
            world.gateway.go();
        }
        return stands;
    }

    private static boolean sprung(Wire wire) {
        long end = System.nanoTime() + MEETING * 1_000_000;
        while (!wire.sprung() && System.nanoTime() < end) {
            Pause.of(50);
        }
        return wire.sprung();
    }
}
