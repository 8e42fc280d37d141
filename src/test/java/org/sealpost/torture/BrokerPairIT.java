package org.sealpost.torture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pair of {@code config/cluster}, as two processes: the live one dies again and again, and nothing it took is lost. */
class BrokerPairIT {
    private static final String QUEUE = World.FORCE.intelligenceQueue();

    @TempDir
    Path folder;

    private final int[] ports = {Java.freePort(), Java.freePort()};
    private List<BrokerServer> pair;

    @BeforeEach
    void start() {
        pair = List.of(BrokerServer.ofPair(1, ports, folder), BrokerServer.ofPair(2, ports, folder));
        pair.get(0).awaitListening();
    }

    @AfterEach
    void stop() {
        pair.forEach(BrokerServer::close);
    }

    private ActiveMQConnectionFactory as(String user) {
        return new ActiveMQConnectionFactory(
                "(tcp://127.0.0.1:" + ports[0] + ",tcp://127.0.0.1:" + ports[1] + ")" + World.PAIR,
                user,
                BrokerServer.PASSWORD);
    }

    @Test
    void whateverDiesTheOtherHasAllAndIsThereWithinSeconds() throws Exception {
        Set<String> sent = new TreeSet<>();
        for (int round = 0; round < 4; round++) {
            String first = send("first " + round);
            live().kill();
            long begun = System.nanoTime();
            String second = send("second " + round);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
            sent.addAll(List.of(first, second));
            pair.forEach(BrokerServer::start);
            Pause.of(3_000);
        }
        assertThat(received()).isEqualTo(sent);
    }

    /** A frozen one keeps the store's lock: nothing moves until it wakes up or is killed, and then everything does. */
    @Test
    void afterTheLiveOneStoodStillTheOtherTakesOverAllTheSame() throws Exception {
        String first = send("first");
        BrokerServer frozen = live();
        Signals.freeze(frozen.pid());
        Pause.of(13_000);
        Signals.thaw(frozen.pid());
        String second = send("second");
        frozen.kill();
        String third = send("third");
        assertThat(received()).isEqualTo(new TreeSet<>(List.of(first, second, third)));
    }

    private BrokerServer live() {
        return pair.stream().filter(BrokerServer::isListening).findFirst().orElseThrow();
    }

    /** As the outbox does: again until the broker has it. */
    private String send(String text) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            try (ActiveMQConnectionFactory factory = as("gateway");
                    Connection connection = factory.createConnection();
                    Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
                session.createProducer(session.createQueue(QUEUE)).send(session.createTextMessage(text));
                session.commit();
                return text;
            } catch (JMSException e) {
                Pause.of(500);
            }
        }
        throw new IllegalStateException("no broker took it; see " + folder);
    }

    private Set<String> received() throws JMSException {
        Set<String> all = new TreeSet<>();
        try (ActiveMQConnectionFactory factory = as(World.FORCE.value());
                Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(QUEUE))) {
            connection.start();
            for (Message next = consumer.receive(5_000); next != null; next = consumer.receive(2_000)) {
                all.add(next.getBody(String.class));
            }
        }
        return all;
    }
}
