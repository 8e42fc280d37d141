package org.sealpost.channel.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Dispatch;
import org.sealpost.delivery.Erase;
import org.sealpost.delivery.Resend;
import org.sealpost.delivery.Settle;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.SubmissionId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The three routes as they stand, against a real broker. */
@CamelSpringBootTest
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = BrokerRoutesTest.Wiring.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=classpath:routes/dispatch.camel.yaml,classpath:routes/receipts.camel.yaml,"
                    + "classpath:routes/erase.camel.yaml",
            "sealpost.dispatch.poll=100",
            "sealpost.erase.period=100"
        })
class BrokerRoutesTest {
    private static final ForceId FORCE = new ForceId("example-constabulary");
    private static final BrokerAccount GATEWAY = new BrokerAccount("gateway", "not-a-secret");
    private static final BrokerAccount THEIRS = new BrokerAccount("example-constabulary", "not-a-secret-either");

    @TempDir
    static Path folder;

    @Autowired
    private FakeDelivery delivery;

    @Autowired
    private EmbeddedBroker broker;

    @Test
    void aConsignmentArrivesWithNothingButWhatWasPromised() throws Exception {
        Dispatch.Consignment urgent = consignment(7, 2, true);
        try (Connection connection = connect()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageConsumer queue = session.createConsumer(session.createQueue("intelligence.example-constabulary"));
            while (queue.receive(300) != null) {
                // what another test has left
            }
            delivery.due.add(urgent);
            BytesMessage message = (BytesMessage) queue.receive(10_000);

            assertThat(message.getBody(byte[].class))
                    .isEqualTo(urgent.envelope().array());
            assertThat(message.getJMSCorrelationID()).isEqualTo(urgent.id().toString());
            assertThat(message.getJMSPriority()).isEqualTo(9);
            assertThat(message.getJMSExpiration() - message.getJMSTimestamp())
                    .isCloseTo(SealedMessages.KEPT.toMillis(), within(60_000L));
            assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
            List<String> names = new ArrayList<>();
            Collections.list(message.getPropertyNames()).forEach(name -> names.add(String.valueOf(name)));
            assertThat(names.stream().filter(name -> !name.startsWith("JMSX")))
                    .containsExactlyInAnyOrder(
                            "sealpost_profile", "sealpost_sequence", "sealpost_proof", "_AMQ_DUPL_ID");
            assertThat(message.getStringProperty("_AMQ_DUPL_ID")).isEqualTo(urgent.id() + "/2");
            assertThat(message.getLongProperty("sealpost_sequence")).isEqualTo(7);

            delivery.due.add(urgent);
            await().until(() -> delivery.sent.stream().filter(urgent::equals).count() == 2);
            assertThat(queue.receive(500)).as("the repeat of one attempt").isNull();
        }
    }

    @Test
    void aForceMayTakePartByAmqp() throws Exception {
        Dispatch.Consignment urgent = consignment(8, 1, true);
        Bytes answer = Bytes.of(urgent.id().toString().getBytes(StandardCharsets.US_ASCII));
        JmsConnectionFactory amqp =
                new JmsConnectionFactory(THEIRS.name(), THEIRS.password(), "amqp://127.0.0.1:" + broker.port());
        try (Connection connection = amqp.createConnection()) {
            connection.start();
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer queue = session.createConsumer(session.createQueue("intelligence.example-constabulary"));
            while (queue.receive(300) != null) {
                // what another test has left
            }
            delivery.due.add(urgent);
            BytesMessage message = (BytesMessage) queue.receive(10_000);

            assertThat(message.getBody(byte[].class))
                    .isEqualTo(urgent.envelope().array());
            assertThat(message.getJMSCorrelationID()).isEqualTo(urgent.id().toString());
            assertThat(message.getJMSPriority()).isEqualTo(9);
            assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
            List<String> names = new ArrayList<>();
            Collections.list(message.getPropertyNames()).forEach(name -> names.add(String.valueOf(name)));
            assertThat(names.stream().filter(name -> !name.startsWith("JMSX")))
                    .containsExactlyInAnyOrder(
                            "sealpost_profile", "sealpost_sequence", "sealpost_proof", "_AMQ_DUPL_ID");
            assertThat(message.getStringProperty("sealpost_profile")).isEqualTo("2");
            assertThat(message.getLongProperty("sealpost_sequence")).isEqualTo(8);
            assertThat(message.getStringProperty("sealpost_proof")).isEqualTo("proof");

            BytesMessage receipt = session.createBytesMessage();
            receipt.writeBytes(answer.array());
            receipt.setJMSCorrelationID(message.getJMSCorrelationID());
            session.createProducer(session.createQueue("receipts.example-constabulary"))
                    .send(receipt);
            session.commit();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> delivery.settled.contains(answer));
    }

    @Test
    void aConsignmentWithoutAQueueFailsAndTheOthersGoOn() {
        Dispatch.Consignment lost = new Dispatch.Consignment(
                SubmissionId.random(), new ForceId("no-such-force"), 1, 1, false, "proof", Bytes.of(new byte[] {1}));
        Dispatch.Consignment good = consignment(1, 1, false);
        delivery.due.add(lost);
        delivery.due.add(good);

        await().atMost(Duration.ofSeconds(20)).until(() -> delivery.sent.contains(good));
        assertThat(delivery.failed).contains(lost);
    }

    @Test
    void aReceiptThatCannotBeStoredComesAgainAndRubbishBlocksNothing(CapturedOutput log) throws Exception {
        delivery.faults.set(2);
        try (Connection connection = connect()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer queue = session.createProducer(session.createQueue("receipts.example-constabulary"));
            queue.send(session.createTextMessage("no receipt"));
            BytesMessage receipt = session.createBytesMessage();
            receipt.writeBytes(new byte[] {1, 2, 3});
            queue.send(receipt);
        }

        List<Bytes> both = List.of(Bytes.of(new byte[0]), Bytes.of(new byte[] {1, 2, 3}));
        await().atMost(Duration.ofSeconds(20)).until(() -> delivery.settled.containsAll(both));
        assertThat(log.getAll()).contains("will come again").doesNotContain("Violet");
    }

    @Test
    void whatAForceAsksForIsNoReceipt() throws Exception {
        try (Connection connection = connect()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            BytesMessage request = session.createBytesMessage();
            request.writeBytes(FakeDelivery.REQUEST.array());
            session.createProducer(session.createQueue("receipts.example-constabulary"))
                    .send(request);
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> delivery.requests.contains(FakeDelivery.REQUEST));
        assertThat(delivery.settled).doesNotContain(FakeDelivery.REQUEST);
    }

    @Test
    void noKindOfMessageHoldsUpTheReceiptBehindIt() throws Exception {
        Bytes good = Bytes.of(new byte[] {7, 7, 7});
        try (Connection connection = connect()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer queue = session.createProducer(session.createQueue("receipts.example-constabulary"));
            queue.send(session.createMapMessage());
            queue.send(session.createObjectMessage("x"));
            queue.send(session.createStreamMessage());
            queue.send(session.createMessage());
            BytesMessage huge = session.createBytesMessage();
            huge.writeBytes(new byte[1024 * 1024]);
            queue.send(huge);
            BytesMessage receipt = session.createBytesMessage();
            receipt.writeBytes(good.array());
            queue.send(receipt);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> delivery.settled.contains(good));
    }

    @Test
    void contentIsErasedAgainAndAgainThoughOneTryFails() {
        int before = delivery.erasures.get();
        await().atMost(Duration.ofSeconds(20)).until(() -> delivery.erasures.get() > before + 3);
    }

    @Test
    void aForceReadsItsOwnQueueOnly() throws Exception {
        try (Connection connection = connect()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            for (String other : List.of("intelligence.other-constabulary", "receipts.example-constabulary")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> session.createConsumer(session.createQueue(other)))
                        .isInstanceOf(jakarta.jms.JMSException.class);
            }
        }
    }

    private Connection connect() throws Exception {
        Connection connection =
                new ActiveMQConnectionFactory(broker.url()).createConnection(THEIRS.name(), THEIRS.password());
        connection.start();
        return connection;
    }

    private static Dispatch.Consignment consignment(long sequence, int attempt, boolean urgent) {
        return new Dispatch.Consignment(
                SubmissionId.random(), FORCE, sequence, attempt, urgent, "proof", Bytes.of(new byte[] {48, 0}));
    }

    /** Keeps what the routes tell it. */
    static final class FakeDelivery implements Dispatch, Settle, Resend, Erase {
        static final Bytes REQUEST = Bytes.of(new byte[] {6, 6, 6});

        final BlockingQueue<Consignment> due = new LinkedBlockingQueue<>();
        final List<Consignment> sent = new CopyOnWriteArrayList<>();
        final List<Consignment> failed = new CopyOnWriteArrayList<>();
        final List<Bytes> settled = new CopyOnWriteArrayList<>();
        final List<Bytes> requests = new CopyOnWriteArrayList<>();
        final AtomicInteger faults = new AtomicInteger();
        final AtomicInteger erasures = new AtomicInteger();

        @Override
        public boolean looksLikeOne(Bytes untrusted) {
            return untrusted.equals(REQUEST);
        }

        @Override
        public int request(ForceId force, Bytes untrusted) {
            requests.add(untrusted);
            return 1;
        }

        @Override
        public List<Consignment> due() {
            List<Consignment> now = new ArrayList<>();
            due.drainTo(now);
            return now;
        }

        @Override
        public void sent(Consignment consignment) {
            sent.add(consignment);
        }

        @Override
        public void failed(Consignment consignment, String kind) {
            failed.add(consignment);
        }

        @Override
        public Settlement settle(ForceId force, Bytes untrustedReceipt) {
            if (faults.getAndDecrement() > 0) {
                throw new IllegalStateException("Violet Example");
            }
            settled.add(untrustedReceipt);
            return untrustedReceipt.size() == 0 ? Settlement.NOT_A_RECEIPT : Settlement.DELIVERED;
        }

        @Override
        public int eraseDue() {
            if (erasures.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("Violet Example");
            }
            return 0;
        }
    }

    @Configuration
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Wiring {
        @Bean(destroyMethod = "close")
        EmbeddedBroker broker() throws Exception {
            return EmbeddedBroker.start(new EmbeddedBrokerSettings(
                    folder.resolve("broker"),
                    0,
                    GATEWAY,
                    Map.of(
                            FORCE,
                            THEIRS,
                            new ForceId("other-constabulary"),
                            new BrokerAccount("other-constabulary", "not-a-secret-too")),
                    EmbeddedBrokerSettings.DEFAULT_MEMORY));
        }

        @Bean
        FakeDelivery erase() {
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
        JmsComponent jms(EmbeddedBroker broker) {
            return BrokerComponent.at(broker.url(), GATEWAY);
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
