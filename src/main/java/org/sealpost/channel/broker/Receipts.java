package org.sealpost.channel.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.sealpost.delivery.Resend;
import org.sealpost.delivery.Settle;
import org.sealpost.delivery.Settle.Settlement;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes receipts off the queues, and what a force asks for. What is no receipt, by its kind of message or its size, and what cannot be read at all, is
 * settled as an empty one, so that it is noted and never comes back. Safe to share between threads.
 */
public final class Receipts {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final Bytes NOTHING = Bytes.of(new byte[0]);

    private final Settle settle;
    private final Resend resend;
    private final int largest;

    /** @param largest the most bytes a receipt may have; real ones have a few thousand, so 256 KiB is plenty */
    public Receipts(Settle settle, Resend resend, int largest) {
        this.settle = settle;
        this.resend = resend;
        this.largest = largest;
    }

    /**
     * Returns only after the commit; the message is acknowledged after that.
     *
     * @throws RuntimeException where it could not be stored: the broker will deliver it again
     */
    public void settle(String force, Message untrusted) {
        Bytes bytes = bytes(untrusted);
        if (resend.looksLikeOne(bytes)) {
            int due = resend.request(new ForceId(force), bytes);
            LOG.info("{} asks for what it lacks: {} are sent again", force, due);
            return;
        }
        Settlement settlement = settle.settle(new ForceId(force), bytes);
        LOG.info("a receipt of {}: {}", force, settlement);
    }

    /** Where it was the broker that went away, the acknowledgement fails too, and the receipt comes again. */
    private Bytes bytes(Message untrusted) {
        try {
            if (!(untrusted instanceof BytesMessage message) || message.getBodyLength() > largest) {
                return NOTHING;
            }
            byte[] bytes = new byte[(int) message.getBodyLength()];
            int read = message.readBytes(bytes);
            return read == bytes.length ? Bytes.of(bytes) : NOTHING;
        } catch (JMSException e) {
            return NOTHING;
        }
    }
}
