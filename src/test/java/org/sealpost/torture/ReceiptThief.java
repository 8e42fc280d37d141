package org.sealpost.torture;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Somebody with the broker's passwords, at the queue of receipts. */
final class ReceiptThief {
    private final String url;

    /** A stolen receipt. */
    record Stolen(String correlation, byte[] bytes) {}

    ReceiptThief(BrokerServer broker) {
        url = "tcp://127.0.0.1:" + broker.port() + "?consumerWindowSize=0";
    }

    /** Takes what comes until nothing came for a while. */
    List<Stolen> steal(long waitMilliseconds) throws JMSException {
        List<Stolen> all = new ArrayList<>();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, "gateway", BrokerServer.PASSWORD);
                Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(queue(session))) {
            connection.start();
            for (Message next = consumer.receive(waitMilliseconds);
                    next != null;
                    next = consumer.receive(waitMilliseconds)) {
                BytesMessage message = (BytesMessage) next;
                byte[] bytes = new byte[(int) message.getBodyLength()];
                message.readBytes(bytes);
                all.add(new Stolen(message.getJMSCorrelationID(), bytes));
            }
        }
        return all;
    }

    void put(String correlation, byte[] bytes) throws JMSException {
        try (ActiveMQConnectionFactory factory =
                        new ActiveMQConnectionFactory(url, World.FORCE.value(), BrokerServer.PASSWORD);
                Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(queue(session))) {
            BytesMessage message = session.createBytesMessage();
            message.setJMSCorrelationID(correlation);
            message.writeBytes(bytes);
            producer.send(message);
        }
    }

    private static Queue queue(Session session) throws JMSException {
        return session.createQueue(World.FORCE.receiptsQueue());
    }
}
