package org.sealpost.bench;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.sealpost.channel.broker.BrokerAccount;
import org.sealpost.channel.broker.EmbeddedBroker;
import org.sealpost.channel.broker.EmbeddedBrokerSettings;
import org.sealpost.envelope.SealedEnvelope;
import org.sealpost.envelope.Sealer;
import org.sealpost.reading.Cover;
import org.sealpost.reading.FormReader;
import org.sealpost.reading.Reading;
import org.sealpost.reading.WorkerFormReader;
import org.sealpost.reading.jail.Jail;
import org.sealpost.reading.meaning.FormInterpreter;
import org.sealpost.reading.meaning.form.KnownForms;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.worker.WorkerLimits;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Marking;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The unavoidable work alone, as one plain loop on each processor: read (in as many workers as the gateway has), sign and
 * seal, one durable commit, one durable send, one durable receive. No ledger, no receipts, nobody who opens anything.
 */
final class Ceiling implements AutoCloseable {
    private static final BrokerAccount GATEWAY = new BrokerAccount("gateway", "bench-only");
    private static final ForceId FORCE = ExampleTrust.FORCE;
    private static final PartnerId PARTNER = new PartnerId("bench");

    private final WorkerFormReader reader;
    private final List<ProcessHandle> workers;
    private final Sealer sealer = ExampleTrust.sealer();
    private final java.sql.Connection database;
    private final EmbeddedBroker broker;
    private final ActiveMQConnectionFactory factory;
    private final Connection gateway;
    private final Connection force;
    private final SecureRandom random = new SecureRandom();

    Ceiling(Path folder, int readers) throws IOException, SQLException, JMSException {
        Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
        reader = new WorkerFormReader(
                WorkerLimits.DEFAULT.withWorkers(readers),
                TextRecognition.NONE,
                Jail.find(System.getenv()),
                new FormInterpreter(
                        Vocabulary.load(Path.of("config/vocabulary")), KnownForms.load(Path.of("config/forms"))));
        workers = ProcessorTime.startedAfter(before);
        database = database(folder.resolve("ceiling.db"));
        broker = EmbeddedBroker.start(new EmbeddedBrokerSettings(
                folder.resolve("ceiling-broker"),
                0,
                GATEWAY,
                Map.of(FORCE, new BrokerAccount(FORCE.value(), "bench-only")),
                EmbeddedBrokerSettings.DEFAULT_MEMORY));
        // Without a window nobody holds what another loop waits for.
        factory = new ActiveMQConnectionFactory(broker.url() + "?blockOnAcknowledge=true&consumerWindowSize=0");
        gateway = factory.createConnection("gateway", "bench-only");
        force = factory.createConnection(FORCE.value(), "bench-only");
        force.start();
    }

    private static java.sql.Connection database(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        java.sql.Connection made = config.createConnection("jdbc:sqlite:" + file);
        try (java.sql.Statement statement = made.createStatement()) {
            statement.execute("CREATE TABLE envelopes (id TEXT PRIMARY KEY, der BLOB NOT NULL)");
        }
        return made;
    }

    /** Nanoseconds of processor time that this process and its reading workers have taken. */
    long processorTime() {
        return ProcessorTime.ofThisProcess()
                + workers.stream().mapToLong(ProcessorTime::of).sum();
    }

    /** Returns how many a second. */
    double run(List<byte[]> papers) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Thread[] loops = new Thread[Runtime.getRuntime().availableProcessors()];
        long begin = System.nanoTime();
        for (int i = 0; i < loops.length; i++) {
            loops[i] = new Thread(() -> loop(papers, next, done), "ceiling");
            loops[i].start();
        }
        for (Thread loop : loops) {
            loop.join();
        }
        if (done.get() != papers.size()) {
            throw new IllegalStateException("the plain loop did " + done + " of " + papers.size());
        }
        return papers.size() / ((System.nanoTime() - begin) / 1e9);
    }

    private void loop(List<byte[]> papers, AtomicInteger next, AtomicInteger done) {
        try (Session sending = gateway.createSession(false, Session.AUTO_ACKNOWLEDGE);
                Session receiving = force.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = sending.createProducer(sending.createQueue(FORCE.intelligenceQueue()));
                MessageConsumer consumer = receiving.createConsumer(receiving.createQueue(FORCE.intelligenceQueue()))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (int i = next.getAndIncrement(); i < papers.size(); i = next.getAndIncrement()) {
                one(papers.get(i), sending, producer, consumer);
                done.incrementAndGet();
            }
        } catch (JMSException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void one(byte[] paper, Session sending, MessageProducer producer, MessageConsumer consumer)
            throws JMSException, SQLException {
        SubmissionId id = SubmissionId.random();
        Reference reference = Reference.random(random);
        List<Original> originals = List.of(new Original("form.pdf", Optional.empty(), Bytes.of(paper)));
        Cover cover = new Cover(id, reference, PARTNER, Channel.WEB, Marking.OFFICIAL_SENSITIVE, Instant.now());
        Reading reading = reader.read(cover, originals, FormReader.Progress.NOBODY);
        SealedEnvelope sealed = sealer.seal(id, reference, PARTNER, FORCE, reading.json(), originals);
        commit(id, sealed);
        BytesMessage message = sending.createBytesMessage();
        message.writeBytes(sealed.der().array());
        producer.send(message);
        consumer.receive();
    }

    private void commit(SubmissionId id, SealedEnvelope sealed) throws SQLException {
        synchronized (database) {
            try (PreparedStatement insert = database.prepareStatement("INSERT INTO envelopes VALUES (?, ?)")) {
                insert.setString(1, id.toString());
                insert.setBytes(2, sealed.der().array());
                insert.executeUpdate();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            gateway.close();
            force.close();
            factory.close();
            database.close();
        } catch (JMSException | SQLException e) {
            throw new IOException(e);
        }
        broker.close();
        reader.close();
    }
}
