package org.sealpost.channel.broker;

import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.sealpost.submission.ForceId;

/** Makes one receipts route for each force of the template in {@code receipts.camel.yaml}. */
public final class ReceiptRoutes {
    private ReceiptRoutes() {}

    /** Call it once, when the context has loaded its routes. The routes are called {@code receipts-<force>}. */
    public static void add(CamelContext camel, Set<ForceId> forces) {
        for (ForceId force : forces) {
            TemplatedRouteBuilder.builder(camel, "receipts")
                    .routeId("receipts-" + force)
                    .parameter("force", force.value())
                    .parameter("queue", force.receiptsQueue())
                    .add();
        }
    }
}
