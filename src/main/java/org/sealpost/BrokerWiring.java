package org.sealpost;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.component.jms.JmsComponent;
import org.sealpost.channel.broker.BrokerAccount;
import org.sealpost.channel.broker.BrokerComponent;
import org.sealpost.channel.broker.EmbeddedBroker;
import org.sealpost.channel.broker.EmbeddedBrokerSettings;
import org.sealpost.channel.broker.Outbox;
import org.sealpost.channel.broker.QuietFaults;
import org.sealpost.channel.broker.Receipts;
import org.sealpost.channel.broker.SealedMessages;
import org.sealpost.delivery.Dispatch;
import org.sealpost.delivery.Resend;
import org.sealpost.delivery.Settle;
import org.sealpost.envelope.Profile;
import org.sealpost.submission.ForceId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker, and the beans that its routes call. */
@Configuration(proxyBeanMethods = false)
class BrokerWiring {
    /** Real receipts have a few thousand bytes. */
    private static final int LARGEST_RECEIPT = 256 * 1024;

    @Bean(destroyMethod = "close")
    @ConditionalOnBooleanProperty("sealpost.broker.embedded")
    EmbeddedBroker embeddedBroker(Settings settings, DataFolder data) throws IOException {
        Map<ForceId, BrokerAccount> forces = settings.forces().entrySet().stream()
                .collect(Collectors.toMap(
                        force -> new ForceId(force.getKey()), force -> account(force.getKey(), force.getValue())));
        return EmbeddedBroker.start(new EmbeddedBrokerSettings(
                data.broker(),
                settings.broker().port(),
                gateway(settings),
                forces,
                EmbeddedBrokerSettings.DEFAULT_MEMORY));
    }

    /** Every route that says {@code jms:} goes here. */
    @Bean
    JmsComponent jms(Settings settings, java.util.Optional<EmbeddedBroker> embedded) {
        return BrokerComponent.at(
                embedded.map(EmbeddedBroker::url).orElse(settings.broker().url()), gateway(settings));
    }

    @Bean
    SealedMessages sealedMessages() {
        return new SealedMessages(envelope -> Profile.of(envelope).word());
    }

    @Bean
    Outbox outbox(Dispatch dispatch) {
        return new Outbox(dispatch);
    }

    @Bean
    Receipts receipts(Settle settle, Resend resend) {
        return new Receipts(settle, resend, LARGEST_RECEIPT);
    }

    @Bean
    QuietFaults quietFaults() {
        return new QuietFaults();
    }

    private static BrokerAccount gateway(Settings settings) {
        return new BrokerAccount(settings.broker().user(), settings.broker().password());
    }

    private static BrokerAccount account(String force, Settings.Force settings) {
        if (settings.brokerPassword() == null) {
            throw new RefusedToStartException(
                    "broker-password-missing", "the embedded broker needs a broker-password for the force " + force);
        }
        return new BrokerAccount(force, settings.brokerPassword());
    }
}
