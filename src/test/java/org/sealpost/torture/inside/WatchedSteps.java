package org.sealpost.torture.inside;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;

/** Every step of every route that calls a bean or sends a message, with a failpoint before it and one after it. */
final class WatchedSteps implements InterceptStrategy {
    private final Failpoints failpoints;

    WatchedSteps(Failpoints failpoints) {
        this.failpoints = failpoints;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode node, Processor step, @Nullable Processor next) {
        String name = name(node);
        if (name.isEmpty()) {
            return new DelegateAsyncProcessor(step);
        }
        return new DelegateAsyncProcessor(step) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                failpoints.meet("before " + name);
                return super.process(exchange, synchronously -> {
                    failpoints.meet("after " + name);
                    callback.done(synchronously);
                });
            }
        };
    }

    private static String name(NamedNode node) {
        if (node instanceof BeanDefinition bean) {
            return route(bean) + "/" + bean.getRef().replaceFirst("^.*-", "") + "."
                    + bean.getMethod().replaceFirst("\\(.*", "");
        }
        return node instanceof ToDynamicDefinition to ? route(to) + "/send" : "";
    }

    /** One route is made for each force; they count as one. */
    private static String route(ProcessorDefinition<?> node) {
        return String.valueOf(ProcessorDefinitionHelper.getRoute(node).getRouteId())
                .replaceFirst("^receipts-.*", "receipts");
    }
}
