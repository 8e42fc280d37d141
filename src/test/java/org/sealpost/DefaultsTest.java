package org.sealpost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sealpost.delivery.AdmissionLimits;
import org.sealpost.delivery.Deadlines;
import org.sealpost.delivery.Retention;
import org.sealpost.delivery.RetryPlan;

/** What stands in {@code config/application.yaml} and what the code calls its default is the same. */
class DefaultsTest {
    private final Settings settings = GatewayApplication.settings();

    @Test
    void ofDelivery() {
        assertThat(new DeliveryWiring().plan(settings)).isEqualTo(RetryPlan.DEFAULTS);
        assertThat(DeliveryWiring.deadlinesOf(settings)).isEqualTo(Deadlines.DEFAULTS);
        assertThat(DeliveryWiring.limits(settings)).isEqualTo(AdmissionLimits.DEFAULTS);
        assertThat(settings.delivery().eraseAfter()).isEqualTo(Retention.DEFAULTS.afterReceipt());
    }
}
