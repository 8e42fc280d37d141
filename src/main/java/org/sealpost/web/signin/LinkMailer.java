package org.sealpost.web.signin;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.sealpost.web.settings.MailDomains;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends links to addresses of partners, behind the answer to whoever asked, so that nobody learns from its time which addresses are
 * known. An address gets at most three in 15 minutes; at most 100 wait to be sent. Safe to share between threads.
 */
public final class LinkMailer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkMailer.class);
    private static final int MOST_TO_ONE = 3;
    private static final int WAITING = 100;

    private final MailDomains addresses;
    private final URI base;
    private final LinkPost post;
    private final Allowance toOne;
    private final ThreadPoolExecutor sending =
            new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "sign-in-links");
                thread.setDaemon(true);
                return thread;
            });

    public LinkMailer(MailDomains addresses, URI base, LinkPost post, Clock clock) {
        this.addresses = addresses;
        this.base = base;
        this.post = post;
        this.toOne = new Allowance(MOST_TO_ONE, BoundLinks.VALID, clock);
    }

    /** @param mailed the half of the token that goes by mail */
    public void offer(String untrustedAddress, String mailed) {
        addresses
                .find(untrustedAddress)
                .filter(known -> toOne.take(known.name()).isZero())
                .ifPresent(known -> later(known.name(), link(mailed)));
    }

    private String link(String mailed) {
        String start = base.toString();
        return (start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + "/sign-in/link/open?token="
                + mailed;
    }

    private void later(String address, String link) {
        try {
            sending.execute(() -> send(address, link));
        } catch (RejectedExecutionException full) {
            LOG.error("a link to sign in is not sent: {} wait already", WAITING);
        }
    }

    private void send(String address, String link) {
        try {
            post.send(address, link);
        } catch (RuntimeException e) {
            LOG.error("a link to sign in was not sent: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        sending.shutdown();
    }
}
