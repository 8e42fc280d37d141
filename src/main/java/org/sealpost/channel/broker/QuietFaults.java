package org.sealpost.channel.broker;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ErrorHandler;

/** Notes the kind of a fault and not its words, which may quote what nobody should read in a log. */
public final class QuietFaults implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(QuietFaults.class);

    /** Of a receipt: the transaction is rolled back and the broker will deliver it again. */
    @Override
    public void handleError(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        LOG.warn(
                "a receipt could not be settled and will come again: {}",
                deepest.getClass().getName());
    }

    /** Of a route that will try again by itself. */
    public void note(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception fault) {
        LOG.warn("will be tried again: {}", fault.getClass().getName());
    }
}
