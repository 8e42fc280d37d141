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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A real broker on a free port of loopback, its journal in a folder. */
final class ExampleBroker implements AutoCloseable {
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final String url;

    ExampleBroker(Path folder) throws Exception {
        url = "tcp://127.0.0.1:" + freePort();
        Configuration configuration = new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("loopback", url)
                // A killed receiver must not use up a message's attempts, and the broker must notice its death at once.
                .addAddressSetting(
                        "#", new AddressSettings().setMaxDeliveryAttempts(-1).setRedeliveryDelay(500));
        server.setConfiguration(configuration);
        server.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return url;
    }

    void send(Incoming message, String id, int priority) throws JMSException {
        inSession(session -> {
            MessageProducer producer = session.createProducer(session.createQueue("intelligence.example-constabulary"));
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            producer.setPriority(priority);
            BytesMessage bytes = session.createBytesMessage();
            bytes.writeBytes(message.envelope().array());
            bytes.setJMSCorrelationID(id);
            if (message.proof().isPresent()) {
                bytes.setStringProperty("sealpost_proof", message.proof().get());
            }
            producer.send(bytes);
        });
    }

    /** Sends what no gateway would. */
    void sendForeign(Made made) throws JMSException {
        inSession(session -> session.createProducer(session.createQueue("intelligence.example-constabulary"))
                .send(made.by(session)));
    }

    /** Sends by Artemis's own protocol, which lets a message contradict its own kind. */
    void sendRaw(byte kind, byte[] body, Consumer<ClientMessage> properties) throws Exception {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(url);
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession();
                ClientProducer producer = session.createProducer("intelligence.example-constabulary")) {
            ClientMessage message = session.createMessage(kind, true);
            message.setRoutingType(RoutingType.ANYCAST);
            message.getBodyBuffer().writeBytes(body);
            properties.accept(message);
            producer.send(message);
        }
    }

    /** Takes every receipt off its queue. */
    List<Message> receipts() throws JMSException {
        List<Message> receipts = new ArrayList<>();
        inSession(session -> {
            MessageConsumer consumer = session.createConsumer(session.createQueue("receipts.example-constabulary"));
            Message message = consumer.receive(500);
            while (message != null) {
                receipts.add(message);
                message = consumer.receive(200);
            }
        });
        return receipts;
    }

    static byte[] body(Message message) throws JMSException {
        BytesMessage bytes = (BytesMessage) message;
        byte[] body = new byte[Math.toIntExact(bytes.getBodyLength())];
        bytes.readBytes(body);
        return body;
    }

    private void inSession(Work work) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            work.with(session);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    interface Made {
        Message by(Session session) throws JMSException;
    }

    private interface Work {
        void with(Session session) throws JMSException;
    }
}
