package org.sealpost.channel.broker;

import java.nio.file.Path;
import java.util.Map;
import org.sealpost.submission.ForceId;

/**
 * The broker inside the gateway.
 *
 * @param folder where its journal lies; made with mode 0700 where it is missing
 * @param port on 127.0.0.1, for CORE and AMQP 1.0; 0 for any free one
 * @param gateway may send to every {@code intelligence.<force>} and read every {@code receipts.<force>}
 * @param forces each may read its own {@code intelligence.<force>} and send to its own {@code receipts.<force>}
 * @param memory bytes of messages held in memory before they are paged to disk; default 64 MiB
 */
public record EmbeddedBrokerSettings(
        Path folder, int port, BrokerAccount gateway, Map<ForceId, BrokerAccount> forces, long memory) {
    /** 64 MiB. */
    public static final long DEFAULT_MEMORY = 64L * 1024 * 1024;

    public EmbeddedBrokerSettings {
        forces = Map.copyOf(forces);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535");
        }
        if (memory < 1024 * 1024) {
            throw new IllegalArgumentException("the broker needs 1 MiB of memory at least");
        }
        long names = java.util.stream.Stream.concat(java.util.stream.Stream.of(gateway), forces.values().stream())
                .map(BrokerAccount::name)
                .distinct()
                .count();
        if (names != forces.size() + 1) {
            throw new IllegalArgumentException("every account at the broker has a name of its own");
        }
    }
}
