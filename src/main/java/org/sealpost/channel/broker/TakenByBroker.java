package org.sealpost.channel.broker;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.sealpost.delivery.Dispatch.Consignment;

/** Of those that were sent one after the other, the ones that the broker took. */
public final class TakenByBroker implements AggregationStrategy {
    @Override
    public Exchange aggregate(@Nullable Exchange before, Exchange sent) {
        List<Consignment> taken = new ArrayList<>();
        if (before != null) {
            before.getMessage().getBody(List.class).forEach(each -> taken.add((Consignment) each));
        }
        if (sent.getProperty(Exchange.EXCEPTION_CAUGHT) == null && sent.getException() == null) {
            taken.add(sent.getMessage().getBody(Consignment.class));
        }
        // What went wrong with one has been said, and keeps nobody from noting the others.
        sent.setException(null);
        sent.getMessage().setBody(taken);
        return sent;
    }
}
