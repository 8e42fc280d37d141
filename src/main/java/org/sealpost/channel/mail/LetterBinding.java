package org.sealpost.channel.mail;

import jakarta.mail.Message;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailBinding;
import org.apache.camel.component.mail.MailMessage;

/**
 * Keeps Camel from looking into letters: the body is the server's message itself and no header of it becomes one of the
 * route's. So no letter can be too malformed for the route, and none can set a header that steers it.
 */
public final class LetterBinding extends MailBinding {
    @Override
    public Object extractBodyFromMail(Exchange exchange, MailMessage message) {
        return message.getOriginalMessage();
    }

    @Override
    protected Map<String, Object> extractHeadersFromMail(Message message, Exchange exchange) {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }
}
