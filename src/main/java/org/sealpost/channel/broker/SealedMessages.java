package org.sealpost.channel.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import org.sealpost.delivery.Dispatch.Consignment;
import org.springframework.jms.support.converter.MessageConversionException;
import org.springframework.jms.support.converter.MessageConverter;

/**
 * Writes a consignment as the message that a force expects: the envelope as bytes, the submission's id as correlation
 * id, a duplicate-detection id of id and attempt, and three properties. Nothing else: no name, no partner, no subject.
 */
public final class SealedMessages implements MessageConverter {
    /** The version of all this, envelope included. */
    public static final String PROFILE = "1";

    @Override
    public Message toMessage(Object body, Session session) throws JMSException {
        Consignment consignment = (Consignment) body;
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(consignment.envelope().array());
        message.setJMSCorrelationID(consignment.id().toString());
        message.setStringProperty("_AMQ_DUPL_ID", consignment.id() + "/" + consignment.attempt());
        message.setStringProperty("sealpost_profile", PROFILE);
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
