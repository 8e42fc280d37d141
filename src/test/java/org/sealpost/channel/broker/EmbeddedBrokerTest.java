package org.sealpost.channel.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Dispatch.Consignment;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.SubmissionId;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the broker keeps over a restart, and for whom its files are. */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedBrokerTest {
    private static final ForceId FORCE = new ForceId("example-constabulary");
    private static final BrokerAccount GATEWAY = new BrokerAccount("gateway", "not-a-secret");
    private static final BrokerAccount THEIRS = new BrokerAccount("example-constabulary", "not-a-secret-either");
    private static final SealedMessages MESSAGES = new SealedMessages(envelope -> "2");

    @TempDir
    private Path parent;

    @Test
    void messagesAndDuplicateIdsSurviveARestart() throws Exception {
        Consignment first = consignment(1, 1, false, 100);
        try (EmbeddedBroker broker = start()) {
            send(broker, first);
        }
        try (EmbeddedBroker broker = start()) {
            send(broker, first);
            send(broker, again(first, 2));

            assertThat(duplicateIds(received(broker)))
                    .as("the repeat of one attempt is dropped, the next attempt is not")
                    .containsExactly(first.id() + "/1", first.id() + "/2");
        }
        try (EmbeddedBroker broker = start()) {
            send(broker, first);
            assertThat(received(broker))
                    .as("known, though it was taken long ago")
                    .isEmpty();
        }
    }

    @Test
    void aWipedBrokerTakesEverythingAgain() throws Exception {
        Consignment first = consignment(1, 1, false, 100);
        try (EmbeddedBroker broker = start()) {
            send(broker, first);
        }
        wipe(parent.resolve("broker"));
        try (EmbeddedBroker broker = start()) {
            send(broker, first);
            assertThat(duplicateIds(received(broker))).containsExactly(first.id() + "/1");
        }
    }

    @Test
    void urgentOnesOvertakeOthers() throws Exception {
        Consignment usual = consignment(1, 1, false, 100);
        Consignment urgent = consignment(2, 1, true, 100);
        try (EmbeddedBroker broker = start()) {
            send(broker, usual);
            send(broker, urgent);

            List<Message> received = received(broker);
            assertThat(duplicateIds(received)).containsExactly(urgent.id() + "/1", usual.id() + "/1");
            assertThat(received.get(0).getJMSPriority()).isEqualTo(9);
            assertThat(received.get(1).getJMSPriority()).isEqualTo(4);
        }
    }

    @Test
    void anEnvelopeOfTwentyMegabytesArrivesWhole() throws Exception {
        Consignment large = consignment(1, 1, false, 20 * 1024 * 1024);
        try (EmbeddedBroker broker = start()) {
            send(broker, large);
        }
        try (EmbeddedBroker broker = start();
                Connection connection = connect(broker, THEIRS)) {
            BytesMessage message = (BytesMessage) consumer(connection).receive(20_000);
            byte[] body = new byte[(int) message.getBodyLength()];
            message.readBytes(body);
            assertThat(Arrays.equals(body, large.envelope().array())).isTrue();
        }
    }

    @Test
    void nobodyElseOnTheMachineMayLookIntoItsFolder() throws Exception {
        Path folder = parent.resolve("broker");
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (EmbeddedBroker broker = start()) {
            send(broker, consignment(1, 1, false, 100));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            try (Stream<Path> inside = Files.list(folder)) {
                assertThat(inside.toList()).as("everything is under it").isNotEmpty();
            }
        }
        try (Stream<Path> beside = Files.list(parent)) {
            assertThat(beside.toList()).containsExactly(folder);
        }
    }

    /** With the logging that the gateway is delivered with. */
    @Test
    void nothingOfAMessageIsLogged(CapturedOutput log) throws Exception {
        org.springframework.boot.logging.LoggingSystem logging =
                org.springframework.boot.logging.LoggingSystem.get(getClass().getClassLoader());
        logging.cleanUp();
        logging.beforeInitialize();
        logging.initialize(
                new org.springframework.boot.logging.LoggingInitializationContext(
                        new org.springframework.core.env.StandardEnvironment()),
                null,
                null);
        Consignment told = new Consignment(
                SubmissionId.random(),
                FORCE,
                7,
                1,
                false,
                "proof-that-nobody-should-read-here",
                Bytes.of("Violet Example".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        try (EmbeddedBroker broker = start()) {
            send(broker, told);
            assertThat(received(broker)).hasSize(1);
        }
        assertThat(log.getAll())
                .doesNotContain("proof-that-nobody", "Violet", told.id().toString(), "_AMQ_DUPL_ID", "not-a-secret");
        assertThat(org.slf4j.LoggerFactory.getLogger("org.apache.activemq.audit.message")
                        .isErrorEnabled())
                .isFalse();
    }

    private EmbeddedBroker start() throws IOException {
        return EmbeddedBroker.start(new EmbeddedBrokerSettings(
                parent.resolve("broker"), 0, GATEWAY, Map.of(FORCE, THEIRS), EmbeddedBrokerSettings.DEFAULT_MEMORY));
    }

    private static Connection connect(EmbeddedBroker broker, BrokerAccount account) throws Exception {
        Connection connection =
                new ActiveMQConnectionFactory(broker.url()).createConnection(account.name(), account.password());
        connection.start();
        return connection;
    }

    private static void send(EmbeddedBroker broker, Consignment consignment) throws Exception {
        try (Connection connection = connect(broker, GATEWAY);
                Session session = connection.createSession()) {
            MessageProducer producer = session.createProducer(session.createQueue(FORCE.intelligenceQueue()));
            Message message = MESSAGES.toMessage(consignment, session);
            producer.send(message, message.getJMSDeliveryMode(), message.getJMSPriority(), 0);
        }
    }

    private static List<Message> received(EmbeddedBroker broker) throws Exception {
        List<Message> received = new java.util.ArrayList<>();
        try (Connection connection = connect(broker, THEIRS)) {
            MessageConsumer consumer = consumer(connection);
            for (Message next = consumer.receive(1000); next != null; next = consumer.receive(300)) {
                received.add(next);
            }
        }
        return received;
    }

    private static MessageConsumer consumer(Connection connection) throws Exception {
        Session session = connection.createSession();
        return session.createConsumer(session.createQueue(FORCE.intelligenceQueue()));
    }

    private static List<String> duplicateIds(List<Message> messages) throws Exception {
        List<String> ids = new java.util.ArrayList<>();
        for (Message message : messages) {
            ids.add(message.getStringProperty("_AMQ_DUPL_ID"));
        }
        return ids;
    }

    private static Consignment consignment(long sequence, int attempt, boolean urgent, int size) {
        byte[] envelope = new byte[size];
        new Random(sequence).nextBytes(envelope);
        return new Consignment(SubmissionId.random(), FORCE, sequence, attempt, urgent, "proof", Bytes.of(envelope));
    }

    private static Consignment again(Consignment earlier, int attempt) {
        return new Consignment(
                earlier.id(),
                earlier.force(),
                earlier.sequence(),
                attempt,
                earlier.urgent(),
                earlier.proof(),
                earlier.envelope());
    }

    private static void wipe(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
