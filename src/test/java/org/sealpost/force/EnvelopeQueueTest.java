package org.sealpost.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What Artemis' client does where the broker goes away while the body of a large message is fetched. */
class EnvelopeQueueTest {
    @Test
    void aMessageThatCannotBeReadComesAgainBeforeItIsToBlame() throws JMSException {
        assertThatThrownBy(() -> EnvelopeQueue.read(unreadable(1)))
                .isInstanceOf(JMSException.class)
                .hasMessageNotContaining("Gareth");
        assertThatThrownBy(() -> EnvelopeQueue.read(unreadable(2))).isInstanceOf(JMSException.class);

        assertThat(EnvelopeQueue.read(unreadable(3)).unreadable()).hasValueSatisfying(why -> assertThat(why.sentence())
                .contains("ID:7")
                .contains("could not be read: RuntimeException")
                .doesNotContain("Gareth"));
    }

    private static BytesMessage unreadable(int deliveries) {
        return (BytesMessage) Proxy.newProxyInstance(
                BytesMessage.class.getClassLoader(),
                new Class<?>[] {BytesMessage.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBodyLength" -> 3L;
                    case "readBytes" -> throw new RuntimeException("Gareth");
                    case "getIntProperty" -> deliveries;
                    case "getJMSMessageID" -> "ID:7";
                    case "getJMSTimestamp" -> 0L;
                    default -> null;
                });
    }
}
