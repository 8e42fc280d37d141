package org.sealpost.force;

import java.util.Optional;

/**
 * How to reach the broker.
 *
 * @param url an Artemis URL such as {@code tcp://127.0.0.1:61616}; TLS is set by its parameters, such as
 *     {@code tcp://host:61617?sslEnabled=true&trustStorePath=ca.p12&trustStorePassword=...}
 * @param user empty for a broker that knows its clients by certificate or lets anyone in on loopback
 */
public record Broker(String url, Optional<String> user, Optional<String> password) {
    public Broker {
        if (!url.contains("://")) {
            throw new IllegalArgumentException("the broker's address has the form tcp://host:port");
        }
    }

    /**
     * No message is fetched before its turn, so that a large queue stays with the broker, and other receivers get some; and a
     * call that gets no answer in 10 seconds has failed. The URL may set both otherwise.
     */
    String connectionUrl() {
        return with("callTimeout", 10_000, with("consumerWindowSize", 0, url));
    }

    private static String with(String parameter, int value, String url) {
        return url.contains(parameter + "=") ? url : url + (url.contains("?") ? "&" : "?") + parameter + "=" + value;
    }

    /** Says where, never with what password: one may stand behind the question mark too. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
