package org.sealpost.channel.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.channel.broker.BrokerRoutesTest.FakeDelivery;
import org.sealpost.delivery.Dispatch.Consignment;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.SubmissionId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The routes start without a broker, wait for it, lose it and find it again. */
@CamelSpringBootTest
@SpringBootTest(
        classes = BrokerOutageRouteTest.Wiring.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=classpath:routes/dispatch.camel.yaml,classpath:routes/receipts.camel.yaml",
            "sealpost.dispatch.poll=100"
        })
class BrokerOutageRouteTest {
    private static final ForceId FORCE = new ForceId("example-constabulary");
    private static final BrokerAccount GATEWAY = new BrokerAccount("gateway", "not-a-secret");
    private static final BrokerAccount THEIRS = new BrokerAccount("example-constabulary", "not-a-secret-either");
    private static final int PORT = freePort();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    @Autowired
    private FakeDelivery delivery;

    @Test
    void whatTheBrokerCouldNotTakeIsSentWhenItIsBackAndReceiptsComeAgain() throws Exception {
        Consignment early = consignment(1);
        delivery.due.add(early);
        await().atMost(PATIENCE).until(() -> delivery.failed.contains(early));

        try (EmbeddedBroker broker = start()) {
            delivery.due.add(early);
            await().atMost(PATIENCE).until(() -> delivery.sent.contains(early));
            answer(broker);
            await().atMost(PATIENCE).until(() -> delivery.settled.size() == 1);
        }
        Consignment late = consignment(2);
        delivery.due.add(late);
        await().atMost(PATIENCE).until(() -> delivery.failed.contains(late));
        assertThat(delivery.sent).doesNotContain(late);

        try (EmbeddedBroker broker = start()) {
            delivery.due.add(late);
            await().atMost(PATIENCE).until(() -> delivery.sent.contains(late));
            answer(broker);
            await().atMost(PATIENCE).until(() -> delivery.settled.size() == 2);
        }
        assertThat(delivery.sent).containsExactly(early, late);
    }

    private static EmbeddedBroker start() throws IOException {
        return EmbeddedBroker.start(new EmbeddedBrokerSettings(
                folder.resolve("broker"), PORT, GATEWAY, Map.of(FORCE, THEIRS), EmbeddedBrokerSettings.DEFAULT_MEMORY));
    }

    /** As the force: takes one envelope and sends something for it. */
    private static void answer(EmbeddedBroker broker) throws Exception {
        try (Connection connection =
                        new ActiveMQConnectionFactory(broker.url()).createConnection(THEIRS.name(), THEIRS.password());
                Session session = connection.createSession()) {
            connection.start();
            MessageConsumer consumer = session.createConsumer(session.createQueue(FORCE.intelligenceQueue()));
            Message envelope = consumer.receive(10_000);
            assertThat(envelope).isNotNull();
            BytesMessage receipt = session.createBytesMessage();
            receipt.writeBytes(new byte[] {1});
            session.createProducer(session.createQueue(FORCE.receiptsQueue())).send(receipt);
        }
    }

    private static Consignment consignment(long sequence) {
        return new Consignment(
                SubmissionId.random(), FORCE, sequence, 1, false, "proof", Bytes.of(new byte[] {48, (byte) sequence}));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Configuration
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Wiring {
        @Bean
        FakeDelivery delivery() {
            return new FakeDelivery();
        }

        @Bean
        Outbox outbox(FakeDelivery delivery) {
            return new Outbox(delivery);
        }

        @Bean
        Receipts receipts(FakeDelivery delivery) {
            return new Receipts(delivery, delivery, 256 * 1024);
        }

        @Bean
        SealedMessages sealedMessages() {
            return new SealedMessages(envelope -> "2");
        }

        @Bean
        QuietFaults quietFaults() {
            return new QuietFaults();
        }

        @Bean
        JmsComponent jms() {
            return BrokerComponent.at("tcp://127.0.0.1:" + PORT, GATEWAY);
        }

        @Bean
        CamelContextConfiguration receiptRoutes() {
            return new CamelContextConfiguration() {
                @Override
                public void beforeApplicationStart(CamelContext camel) {}

                @Override
                public void afterApplicationStart(CamelContext camel) {
                    ReceiptRoutes.add(camel, Set.of(FORCE));
                }
            };
        }
    }
}
