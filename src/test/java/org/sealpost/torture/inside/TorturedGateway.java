package org.sealpost.torture.inside;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.spi.InterceptStrategy;
import org.sealpost.Gateway;
import org.sealpost.GatewayApplication;
import org.sealpost.delivery.Admit;
import org.sealpost.delivery.Custody;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway as it is, but for failpoints round its store, its use cases and the steps of its routes, and a clock that can be set. */
public final class TorturedGateway {
    private TorturedGateway() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Gateway running = GatewayApplication.start(Map.of("spring.main.sources", Wiring.class.getName()))) {
            new CountDownLatch(1).await();
        }
    }

    /** Stands beside the gateway's own wiring and changes none of it. */
    @Configuration(proxyBeanMethods = false)
    public static class Wiring {
        @Bean
        static BeanPostProcessor watched() {
            Failpoints failpoints = Failpoints.ofThisProcess();
            Mutation mutation = Mutation.ofThisProcess();
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof Custody custody) {
                        return new WatchedCustody(mutation.of(custody), failpoints);
                    }
                    if (bean instanceof Admit admit) {
                        return new WatchedAdmit(mutation.of(admit), failpoints);
                    }
                    return bean instanceof Clock clock ? new ShiftedClock(clock, failpoints) : bean;
                }
            };
        }

        @Bean
        InterceptStrategy watchedSteps() {
            return new WatchedSteps(Failpoints.ofThisProcess());
        }
    }

    /** Wrong by as much as the torturer says. */
    private static final class ShiftedClock extends Clock {
        private final Clock real;
        private final Failpoints failpoints;

        ShiftedClock(Clock real, Failpoints failpoints) {
            this.real = real;
            this.failpoints = failpoints;
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new ShiftedClock(real.withZone(zone), failpoints);
        }

        @Override
        public Instant instant() {
            return real.instant().plusMillis(failpoints.clockShift());
        }
    }
}
