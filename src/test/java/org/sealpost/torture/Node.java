package org.sealpost.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.torture.inside.TorturedGateway;

/** One gateway, and the wires that no other one uses. */
final class Node implements AutoCloseable {
    final Victim gateway;
    final int web = Java.freePort();
    final int drop = Java.freePort();
    final Optional<Wire> toDatabase;
    final Optional<Wire> toMailbox;
    final Optional<Wire> toReplies;
    final Optional<Wire> toPolled;

    /**
     * @param name of its data folder and its log
     * @param common what is in the environment of every gateway of this world
     */
    Node(World world, String name, Map<String, String> common) throws java.io.IOException {
        toDatabase = world.database.map(d -> new Wire(d.port()));
        toMailbox = world.mail.map(m -> new Wire(m.imapPort()));
        toReplies = world.mail.map(m -> new Wire(m.smtpPort()));
        toPolled = world.polled.map(p -> new Wire(p.port));
        Map<String, String> all = new HashMap<>(common);
        all.put("SEALPOST_DATA", world.folder.resolve(name).toString());
        all.put("SEALPOST_WEB_PORT", Integer.toString(web));
        // One account sends everything here.
        all.put("SEALPOST_WEB_RATES_UPLOADS", "10000000");
        all.put("SEALPOST_WEB_RATES_REQUESTS", "10000000");
        all.put("SEALPOST_SFTP_PORT", Integer.toString(drop));
        toDatabase.ifPresent(wire -> all.put("SEALPOST_DATABASE_URL", World.url(wire.port())));
        toMailbox.ifPresent(wire -> all.put("SEALPOST_MAILBOX_PORT", Integer.toString(wire.port())));
        toReplies.ifPresent(wire -> all.put("SEALPOST_REPLIES_PORT", Integer.toString(wire.port())));
        if (toPolled.isPresent()) {
            String port = Integer.toString(toPolled.get().port());
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_PORT", port);
            all.put(
                    "SEALPOST_POLLEDSERVERS_ELSEWHERE_KNOWNHOSTS",
                    world.knownHosts(name, toPolled.get()).toString());
        }
        gateway = new Victim(TorturedGateway.class, List.of(), all, log(world, name));
    }

    private static Path log(World world, String name) {
        return world.folder.resolve(name.replace("data", "gateway") + ".log");
    }

    List<Wire> wires() {
        List<Wire> all = new ArrayList<>();
        toDatabase.ifPresent(all::add);
        toMailbox.ifPresent(all::add);
        toReplies.ifPresent(all::add);
        toPolled.ifPresent(all::add);
        return all;
    }

    @Override
    public void close() {
        gateway.close();
        wires().forEach(Wire::close);
    }
}
