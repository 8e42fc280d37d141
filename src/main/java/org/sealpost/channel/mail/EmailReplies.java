package org.sealpost.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.sealpost.delivery.Tell;
import org.sealpost.delivery.Tell.Notice;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ReturnAddress.ByMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells senders by e-mail what became of their letters. Safe to share between threads. */
public final class EmailReplies {
    private static final Logger LOG = LoggerFactory.getLogger(EmailReplies.class);

    private final Tell tell;
    private final Outgoing outgoing;
    private final ReplyWriter writer;

    public EmailReplies(Tell tell, ReplySettings settings) {
        this.tell = tell;
        this.outgoing = new Outgoing(settings.server());
        this.writer = new ReplyWriter(settings);
    }

    /** What is to be told now. Where there is anything, the route's greedy scheduler asks again at once. */
    public List<Notice> due(Exchange exchange) {
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, false);
        List<Notice> due = tell.due(Channel.EMAIL);
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, !due.isEmpty());
        return due;
    }

    /**
     * Returns when the mail server has taken the reply. What came from nobody who can be answered is not answered.
     *
     * @throws MessagingException where the mail server did not take it
     */
    public void send(Notice notice) throws MessagingException {
        if (!(notice.to() instanceof ByMail to)) {
            return;
        }
        outgoing.send(writer.write(outgoing.session(), notice, to));
    }

    public void told(Notice notice) {
        tell.told(notice);
    }

    /** Not this time: the kind of the fault is noted, never its words, which quote addresses. */
    public void failed(Notice notice, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception fault) {
        String why = fault instanceof SMTPSendFailedException answer
                ? "the mail server answered " + answer.getReturnCode()
                : fault instanceof SendFailedException ? "the mail server refused it" : kind(fault);
        LOG.warn("notice {} is not out yet: {}", notice.number(), why);
        tell.failed(notice);
    }

    private static String kind(Exception fault) {
        return fault.getClass().getSimpleName();
    }
}
