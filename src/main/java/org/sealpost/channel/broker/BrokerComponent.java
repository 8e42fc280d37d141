package org.sealpost.channel.broker;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** What the routes mean by {@code jms:}. */
public final class BrokerComponent {
    private static final int CONNECTIONS = 4;
    /** Instead of Artemis' 30 seconds: everything that is to go out waits behind a call. */
    private static final int CALL_MILLIS = 10_000;

    private BrokerComponent() {}

    /**
     * Connections are pooled and made anew when the broker was away.
     *
     * @param url an Artemis URL; TLS is set by its parameters. Where it sets no {@code callTimeout}, a call that gets no answer
     *     in 10 seconds has failed
     */
    public static JmsComponent at(String url, BrokerAccount account) {
        ActiveMQConnectionFactory artemis = new ActiveMQConnectionFactory(url, account.name(), account.password());
        if (!url.contains("callTimeout=")) {
            artemis.setCallTimeout(CALL_MILLIS);
        }
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(artemis);
        pool.setMaxConnections(CONNECTIONS);
        return JmsComponent.jmsComponent(pool);
    }
}
