package org.sealpost;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.sealpost.channel.mail.OperatorMail;
import org.sealpost.channel.mail.ReplySettings;
import org.sealpost.delivery.Custody;
import org.sealpost.delivery.Escalate;
import org.sealpost.delivery.EscalateOverdue;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.RetryPlan;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Who learns, and how, that something has no receipt in time. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/sealpost/overdue.properties")
class OverdueWiring {
    @Bean
    Escalate escalate(Custody store, Trust trust, RetryPlan plan, Settings settings, ReplySettings mail, Clock clock) {
        Escalate.Person person = settings.operator().mail().isEmpty()
                ? new OnlyTheLog()
                : new OperatorMail(mail, settings.operator().mail());
        return new EscalateOverdue(store, trust.ledger(), plan, person, clock);
    }

    /** A status of its own, which a group of its own turns into 503. */
    @Bean
    HealthIndicator overdue(Inquire inquire) {
        return () -> (inquire.backlog().overdue() == 0 ? Health.up() : Health.status("OVERDUE")).build();
    }

    @Bean
    MeterBinder backlog(Inquire inquire) {
        return registry -> {
            Gauge.builder("sealpost.waiting", inquire, i -> i.backlog().waiting())
                    .description("submissions without a receipt")
                    .register(registry);
            Gauge.builder("sealpost.overdue", inquire, i -> i.backlog().overdue())
                    .description("submissions without a receipt in time")
                    .register(registry);
        };
    }

    /** Where no operator's address is configured, whoever watches the log or the health is the person. */
    private static final class OnlyTheLog implements Escalate.Person {
        @Override
        public String by() {
            return "log";
        }

        @Override
        public void call(Escalate.Call call) {
            // EscalateOverdue has said it there.
        }
    }
}
