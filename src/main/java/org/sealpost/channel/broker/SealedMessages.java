package org.sealpost.channel.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.function.Function;
import org.sealpost.delivery.Dispatch.Consignment;
import org.sealpost.submission.Bytes;
import org.springframework.jms.support.converter.MessageConversionException;
import org.springframework.jms.support.converter.MessageConverter;

/**
 * Writes a consignment as the message that a force expects: the envelope as bytes, the submission's id as correlation
 * id, a duplicate-detection id of id and attempt, and three properties; durable, and urgent ones before others. It lasts half a
 * day. Nothing else: no name, no partner, no subject.
 */
public final class SealedMessages implements MessageConverter {
    private final Function<Bytes, String> profiles;

    /** The highest of JMS (Jakarta Messaging 3.1, section 3.4.9); the others have the default. */
    private static final int URGENT = 9;

    /**
     * An attempt an hour, as long as the force is away: only those of the last half day are kept. Far longer than clocks of
     * gateway and broker differ.
     */
    static final Duration KEPT = Duration.ofHours(12);

    /** @param profiles names the profile of an envelope */
    public SealedMessages(Function<Bytes, String> profiles) {
        this.profiles = profiles;
    }

    @Override
    public Message toMessage(Object body, Session session) throws JMSException {
        Consignment consignment = (Consignment) body;
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(consignment.envelope().array());
        message.setJMSDeliveryMode(DeliveryMode.PERSISTENT);
        message.setJMSPriority(consignment.urgent() ? URGENT : Message.DEFAULT_PRIORITY);
        message.setJMSExpiration(System.currentTimeMillis() + KEPT.toMillis());
        message.setJMSCorrelationID(consignment.id().toString());
        message.setStringProperty("_AMQ_DUPL_ID", consignment.id() + "/" + consignment.attempt());
        message.setStringProperty("sealpost_profile", profiles.apply(consignment.envelope()));
        message.setLongProperty("sealpost_sequence", consignment.sequence());
        message.setStringProperty("sealpost_proof", consignment.proof());
        return message;
    }

    /** Never called: what comes back is read by {@link Receipts}. */
    @Override
    public Object fromMessage(Message message) throws MessageConversionException {
        throw new MessageConversionException("envelopes only go out");
    }
}
