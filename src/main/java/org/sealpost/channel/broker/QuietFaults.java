package org.sealpost.channel.broker;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.sealpost.channel.RootCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ErrorHandler;

/**
 * Notes the kind of a fault and its place, not its words, which may quote what nobody should read in a log. Spring's listener asks
 * it for receipts, Camel for the routes that try again by themselves. Safe to share between threads.
 */
public final class QuietFaults implements ErrorHandler, ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(QuietFaults.class);

    /** Of a receipt: the transaction is rolled back and the broker will deliver it again. */
    @Override
    public void handleError(Throwable fault) {
        LOG.warn("a receipt could not be settled and will come again: {}", RootCause.kindAndPlace(fault));
    }

    @Override
    public void handleException(Throwable fault) {
        LOG.warn("will be tried again: {}", RootCause.kindAndPlace(fault));
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
