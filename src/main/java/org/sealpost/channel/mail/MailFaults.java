package org.sealpost.channel.mail;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.sealpost.channel.OnceAMinute;
import org.sealpost.channel.RootCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes that a mail route could not do its round this time, by the kind of the fault and never its words, which are the
 * server's and may quote a letter. The next round comes by itself. Safe to share between threads.
 */
public final class MailFaults implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MailFaults.class);
    private final OnceAMinute once = new OnceAMinute();

    @Override
    public void handleException(Throwable fault) {
        String kind = RootCause.kind(fault);
        if (once.isNews(kind)) {
            LOG.warn("mail will be tried again: {}", kind);
        }
    }

    @Override
    public void handleException(String message, Throwable fault) {
        handleException(fault);
    }

    @Override
    public void handleException(String message, @Nullable Exchange exchange, Throwable fault) {
        handleException(fault);
    }
}
