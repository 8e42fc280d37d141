package org.sealpost.force;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;

/**
 * A force's two queues: {@code intelligence.<force>} and {@code receipts.<force>}. A message is acknowledged and its receipt
 * sent in one transaction of the broker, after the message was kept. Confined to one thread.
 */
final class EnvelopeQueue implements AutoCloseable {
    private static final String PROOF = "sealpost_proof";
    /** How often a message is delivered before it is itself to blame that it cannot be read. */
    private static final int TRIES = 3;
    /** Opening one takes seven times its size. The gateway sends what is set aside again, for when there is more memory. */
    private static final long MOST_BYTES =
            Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 8);

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session session;
    private final MessageConsumer envelopes;
    private final MessageProducer receipts;

    private EnvelopeQueue(ActiveMQConnectionFactory factory, Connection connection, ForceId force) throws JMSException {
        this.factory = factory;
        this.connection = connection;
        this.session = connection.createSession(true, Session.SESSION_TRANSACTED);
        this.envelopes = session.createConsumer(session.createQueue(force.intelligenceQueue()));
        this.receipts = session.createProducer(session.createQueue(force.receiptsQueue()));
        receipts.setDeliveryMode(DeliveryMode.PERSISTENT);
        connection.start();
    }

    static EnvelopeQueue connect(Broker broker, ForceId force) throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.connectionUrl());
        try {
            Connection connection = broker.user().isPresent()
                    ? factory.createConnection(
                            broker.user().get(), broker.password().orElse(""))
                    : factory.createConnection();
            try {
                return new EnvelopeQueue(factory, connection, force);
            } catch (JMSException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (JMSException | RuntimeException e) {
            factory.close();
            throw e;
        }
    }

    /**
     * Hands the next message to {@code keeping} and, when that returns, settles it. Where it throws, the message stays with
     * the broker.
     *
     * @return empty where none came within {@code wait}
     */
    Optional<Reception> next(Duration wait, Keeping keeping) throws JMSException, IOException {
        Message message = envelopes.receive(Math.max(1, wait.toMillis()));
        if (message == null) {
            return Optional.empty();
        }
        Reception reception;
        try {
            reception = keeping.keep(read(message));
        } catch (IOException e) {
            session.rollback();
            throw e;
        } catch (RuntimeException e) {
            session.rollback();
            throw new IOException("an unforeseen fault in keeping", e);
        }
        if (reception instanceof Reception.Kept kept) {
            BytesMessage receipt = session.createBytesMessage();
            receipt.setJMSCorrelationID(kept.id().toString());
            receipt.writeBytes(kept.receipt().array());
            receipts.send(receipt);
        }
        session.commit();
        return Optional.of(reception);
    }

    /** Sends what is no receipt the way of receipts. */
    void send(Bytes request) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(request.array());
        receipts.send(message);
        session.commit();
    }

    /**
     * A message that cannot be read is handed on as one, so that it is set aside and does not come for ever.
     *
     * @throws JMSException where it could not be read, and was not delivered often enough for that to be its own fault: of a
     *     large one the body is fetched while it is read, and the broker may have gone away meanwhile
     */
    static Incoming read(Message message) throws JMSException {
        try {
            if (!(message instanceof BytesMessage bytes)) {
                return unreadable(message, "it is no message of bytes");
            }
            if (bytes.getBodyLength() > MOST_BYTES) {
                return unreadable(
                        message,
                        "it has " + bytes.getBodyLength() + " bytes, and this process has memory for " + MOST_BYTES);
            }
            byte[] body = new byte[Math.toIntExact(bytes.getBodyLength())];
            bytes.readBytes(body);
            return new Incoming(Bytes.of(body), Optional.ofNullable(message.getStringProperty(PROOF)));
        } catch (JMSException | RuntimeException e) {
            if (deliveries(message) < TRIES) {
                throw new JMSException(e.getClass().getSimpleName());
            }
            return unreadable(message, e.getClass().getSimpleName());
        }
    }

    private static int deliveries(Message message) {
        try {
            return message.getIntProperty("JMSXDeliveryCount");
        } catch (JMSException | RuntimeException e) {
            return TRIES;
        }
    }

    private static Incoming unreadable(Message message, String why) {
        String which = "of an unknown time";
        try {
            which = message.getJMSMessageID() + " of " + Instant.ofEpochMilli(message.getJMSTimestamp());
        } catch (JMSException | RuntimeException e) {
            // Then not even that can be said.
        }
        return Incoming.unreadable("The broker's message " + which + " could not be read: " + why + ".");
    }

    /** Closes without settling what is not settled. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            // The broker is gone already, and takes back what was not settled by itself.
        }
        factory.close();
    }

    /** Keeps a message durably before it returns. */
    @FunctionalInterface
    interface Keeping {
        Reception keep(Incoming message) throws IOException;
    }
}
