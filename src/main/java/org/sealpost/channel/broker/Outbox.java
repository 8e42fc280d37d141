package org.sealpost.channel.broker;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.sealpost.channel.RootCause;
import org.sealpost.delivery.Dispatch;
import org.sealpost.delivery.Dispatch.Consignment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the dispatch route asks and tells the use case. Safe to share between threads. */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Dispatch dispatch;

    public Outbox(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** What is to be sent now. Where there is anything, the route's greedy scheduler asks again at once. */
    public List<Consignment> due(Exchange exchange) {
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, false);
        List<Consignment> due = dispatch.due();
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, !due.isEmpty());
        return due;
    }

    /** The broker has these on its disk. Where they cannot be noted together, each is noted alone. */
    public void sent(List<Consignment> consignments) {
        if (consignments.isEmpty()) {
            return;
        }
        try {
            dispatch.sent(consignments);
        } catch (RuntimeException e) {
            consignments.forEach(this::sentAlone);
        }
    }

    /** One that is not noted is due again when its claim is over, and the broker drops the repeat. */
    private void sentAlone(Consignment consignment) {
        try {
            dispatch.sent(consignment);
        } catch (RuntimeException e) {
            LOG.warn("{} is with the broker, which could not be noted: {}", consignment.id(), RootCause.kind(e));
        }
    }

    /** The broker did not take it, or it could not be noted that it did; the broker drops the repeat of one attempt. */
    public void failed(Consignment consignment, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception fault) {
        String kind = fault.getClass().getSimpleName();
        LOG.warn("{} did not get to the broker: {}", consignment.id(), kind);
        dispatch.failed(consignment, kind);
    }
}
