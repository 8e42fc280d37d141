package org.sealpost.channel;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.sealpost.delivery.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Camel asks it before each poll of a route: of several gateways on one database only the one that has the route's lease polls.
 * The lease is kept while the gateway lives and its route polls, and is over {@value #LEASE_MILLIS} ms after the gateway died,
 * stood still, or lost its database; another one takes it at its next poll. Two may poll at once for a moment, such as when one
 * wakes up in the middle of a poll: admission knows what arrived before. Safe to share between threads.
 */
public final class OneGatewayAtATime implements PollingConsumerPollStrategy, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OneGatewayAtATime.class);
    private static final long LEASE_MILLIS = 6_000;
    private static final Duration LEASE = Duration.ofMillis(LEASE_MILLIS);
    /** A route that has not come back to its next poll for so long hangs, and another gateway may have better luck. */
    private static final long HANGS_NANOS = Duration.ofMinutes(10).toNanos();

    private final Optional<Leases> leases;
    private final String holder = UUID.randomUUID().toString();
    private final Map<String, Lease> held = new ConcurrentHashMap<>();
    private final AtomicBoolean unknown = new AtomicBoolean();
    private final ScheduledExecutorService keeping;

    /** Times of {@link System#nanoTime}: counted from before the database was asked, so never longer than its own. */
    private record Lease(long until, long polled) {
        boolean isOver() {
            return System.nanoTime() - until >= 0;
        }
    }

    /** @param leases empty where there is one gateway only: it always polls, and nothing is asked */
    public OneGatewayAtATime(Optional<Leases> leases) {
        this.leases = leases;
        this.keeping = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "leases");
            thread.setDaemon(true);
            return thread;
        });
        if (leases.isPresent()) {
            long pause = LEASE_MILLIS / 4;
            keeping.scheduleWithFixedDelay(this::keep, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** Whether this gateway polls now. */
    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return isMine(((RouteAware) consumer).getRoute().getRouteId());
    }

    boolean isMine(String route) {
        if (leases.isEmpty()) {
            return true;
        }
        Lease before = held.get(route);
        long now = System.nanoTime();
        if (before != null && !before.isOver()) {
            held.replace(route, before, new Lease(before.until(), now));
            return true;
        }
        return take(route, now);
    }

    private boolean take(String route, long polled) {
        long asked = System.nanoTime();
        boolean mine;
        try {
            mine = leases.orElseThrow().take(route, holder, LEASE);
        } catch (RuntimeException e) {
            // Without the database nothing could be admitted either.
            if (!unknown.getAndSet(true)) {
                LOG.warn("nobody can say which gateway looks after what: {}", RootCause.kind(e));
            }
            Lease last = held.get(route);
            return last != null && !last.isOver();
        }
        unknown.set(false);
        Lease now = new Lease(asked + LEASE.toNanos(), polled);
        Lease before = mine ? held.put(route, now) : held.remove(route);
        if (mine && before == null) {
            LOG.info("this gateway looks after {} from now on", route);
        } else if (!mine && before != null) {
            LOG.info("another gateway looks after {} from now on", route);
        }
        return mine;
    }

    private void keep() {
        held.forEach((route, lease) -> {
            if (System.nanoTime() - lease.polled() < HANGS_NANOS) {
                take(route, lease.polled());
            }
        });
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {}

    /** The next poll comes by itself. */
    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        return false;
    }

    /** Another gateway need not wait until the leases are over. */
    @Override
    public void close() {
        keeping.shutdownNow();
        held.clear();
        try {
            leases.ifPresent(all -> all.giveBack(holder));
        } catch (RuntimeException e) {
            LOG.warn("the leases are over in some seconds: {}", RootCause.kind(e));
        }
    }
}
