package org.sealpost.channel.mail;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At a real IMAP server, with polls that are an hour apart, so that what comes in comes by IDLE. */
class PollsOnNewMailTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration HOUR = Duration.ofHours(1);

    private final MailServers mail = new MailServers();
    private final LineProxy proxy = new LineProxy(mail.imap().port());
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        proxy.close();
        mail.close();
    }

    @Test
    void everyLetterIsTakenAsItComesThoughNoPollIsDue() throws Exception {
        poll(HOUR);
        for (int letter = 1; letter <= 4; letter++) {
            deliverAndAwait(letter);
        }
    }

    @Test
    void aServerThatHangsUpIsListenedToAgain() throws Exception {
        poll(HOUR);
        deliverAndAwait(1);
        AtomicInteger cuts = new AtomicInteger();
        proxy.changeAnswers(line -> line.matches("\\* \\d+ EXISTS\r?\n") && cuts.incrementAndGet() == 1
                ? LineProxy.CUT + "gone\r\n"
                : line);
        deliverAndAwait(2);
        deliverAndAwait(3);
        await().atMost(PATIENCE).until(() -> cuts.get() > 1);
    }

    @Test
    void polledAsEverWhereTheServerHasNoIdle() throws Exception {
        UnaryOperator<String> without = line -> line.startsWith("* CAPABILITY") ? line.replace(" IDLE", "") : line;
        proxy.changeAnswers(without);
        poll(Duration.ofMillis(200));
        deliverAndAwait(1);
        deliverAndAwait(2);
    }

    @Test
    void aRouteThatIsStoppedListensNoMoreAndListensAgainWhenItIsStarted() throws Exception {
        poll(HOUR);
        deliverAndAwait(1);
        camel.getRouteController().stopRoute("letters");
        mail.deliver(Letters.from("ann@agency.example"));
        camel.getRouteController().startRoute("letters");
        await().atMost(PATIENCE).until(() -> taken.size() == 2);
        deliverAndAwait(3);
    }

    private void deliverAndAwait(int count) throws Exception {
        mail.deliver(Letters.from("ann@agency.example"));
        await().atMost(PATIENCE).until(() -> taken.size() == count);
    }

    private void poll(Duration every) throws Exception {
        MailServer server = MailServers.imapAt(proxy.port());
        camel.getRegistry().bind("polls", new PollsOnNewMail(server, MailSessions.imapWaiting(server), "INBOX"));
        camel.getRegistry().bind("account", MailSessions.account(server));
        camel.getRegistry().bind("session", MailSessions.imap(server));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("imap:127.0.0.1:" + proxy.port()
                                + "?scheduler=#polls&session=#session&authenticator=#account&delete=true&initialDelay=0&delay="
                                + every.toMillis())
                        .routeId("letters")
                        .process(exchange -> taken.add(exchange.getExchangeId()));
            }
        });
        camel.start();
    }
}
