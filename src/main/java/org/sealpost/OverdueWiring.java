package org.sealpost;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sealpost.channel.hook.OperatorHook;
import org.sealpost.channel.mail.OperatorMail;
import org.sealpost.channel.mail.ReplySettings;
import org.sealpost.delivery.Courier;
import org.sealpost.delivery.CourierByFiles;
import org.sealpost.delivery.Custody;
import org.sealpost.delivery.Deadlines;
import org.sealpost.delivery.Escalate;
import org.sealpost.delivery.EscalateOverdue;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Intervene;
import org.sealpost.delivery.InterveneByTwo;
import org.sealpost.delivery.Settle;
import org.sealpost.delivery.Vet;
import org.sealpost.delivery.VetByOne;
import org.sealpost.submission.ForceId;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Who learns, and how, that something has no receipt in time, and what people may do about it. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/sealpost/overdue.properties")
class OverdueWiring {
    @Bean
    Escalate escalate(
            Custody store, Trust trust, Deadlines deadlines, Settings settings, ReplySettings mail, Clock clock) {
        return new EscalateOverdue(store, trust.ledger(), deadlines, ladder(settings, mail), clock);
    }

    @Bean
    Intervene intervene(Custody store, Trust trust, Deadlines deadlines, Clock clock) {
        return new InterveneByTwo(store, trust.ledger(), trust.addressSeal(), deadlines, clock);
    }

    @Bean
    Vet vet(Custody store, Trust trust, Deadlines deadlines, Settings settings, Clock clock) {
        return vetting(store, trust, deadlines, settings, clock);
    }

    /** Also for the command. */
    static Vet vetting(Custody store, Trust trust, Deadlines deadlines, Settings settings, Clock clock) {
        return new VetByOne(
                store, trust.ledger(), trust.addressSeal(), deadlines, DeliveryWiring.limits(settings), clock);
    }

    @Bean
    Courier courier(Custody store, Trust trust, Inquire inquire, Settle settle, Clock clock) {
        return new CourierByFiles(
                store, trust.ledger(), inquire, settle, trust.receiptVerifier(), trust.noteSigner(), clock);
    }

    /** The keys say which place somebody has in the configuration: another name there is no new call to the same ones. */
    static List<Escalate.Rung> ladder(Settings settings, ReplySettings mail) {
        List<Escalate.Rung> ladder = new ArrayList<>();
        Settings.Operator operator = settings.operator();
        add(ladder, "operator", "sealpost.operator", operator.first(), Optional.empty(), mail);
        if (ladder.isEmpty()) {
            ladder.add(new Escalate.Rung("operator log", new OnlyTheLog(), Duration.ZERO, Optional.empty()));
        }
        for (int i = 0; i < operator.then().size(); i++) {
            String setting = "sealpost.operator.then[" + i + "]";
            add(ladder, "then " + (i + 1), setting, operator.then().get(i), Optional.empty(), mail);
        }
        settings.forces().forEach((name, force) -> {
            String setting = "sealpost.forces." + name + ".contact";
            add(ladder, "contact", setting, force.contact(), Optional.of(new ForceId(name)), mail);
        });
        return ladder;
    }

    private static void add(
            List<Escalate.Rung> ladder,
            String key,
            String setting,
            Settings.Contact who,
            Optional<ForceId> force,
            ReplySettings mail) {
        try {
            if (!who.mail().isEmpty()) {
                Escalate.Person person = new OperatorMail(mail, who.name(), who.mail());
                ladder.add(new Escalate.Rung(key + " e-mail", person, who.after(), force));
            }
            if (!who.hook().isEmpty()) {
                Escalate.Person person = new OperatorHook(who.name(), who.hook(), who.hookSecret());
                ladder.add(new Escalate.Rung(key + " hook", person, who.after(), force));
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedToStartException("nobody-to-call", setting + " cannot be used: " + e.getMessage());
        }
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
        public String name() {
            return "";
        }

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
