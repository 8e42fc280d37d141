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
                .addAddressSetting("#", new AddressSettings().setMaxDeliveryAttempts(-1));
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

    void sendText(String text) throws JMSException {
        inSession(session -> session.createProducer(session.createQueue("intelligence.example-constabulary"))
                .send(session.createTextMessage(text)));
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

    private interface Work {
        void with(Session session) throws JMSException;
    }
}
