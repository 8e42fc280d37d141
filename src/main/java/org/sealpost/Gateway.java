package org.sealpost;

import org.springframework.context.ConfigurableApplicationContext;

/** The running gateway. */
public final class Gateway implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    Gateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** One line that says that it is ready, and where it listens. */
    String readySentence() {
        return context.getBean(Ready.class).sentence();
    }

    /** Stops listening, lets what is under way come to its end, and ends. */
    @Override
    public void close() {
        context.close();
    }
}
