package org.sealpost.channel.sftp.poll;

import com.jcraft.jsch.JSchHostKeyException;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.sealpost.channel.OnceAMinute;
import org.sealpost.channel.RootCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what goes wrong with a polled server, by kind only: Camel's own handler would log names of files. */
public final class PollFaults implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PollFaults.class);

    private final PolledServer server;
    private final OnceAMinute once = new OnceAMinute();

    public PollFaults(PolledServer server) {
        this.server = server;
    }

    @Override
    public void handleException(Throwable fault) {
        boolean hostKey = false;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            hostKey = hostKey || cause instanceof JSchHostKeyException;
        }
        if (!once.isNews(RootCause.kind(fault))) {
            return;
        }
        if (hostKey) {
            LOG.error(
                    "{} showed a host key that is not the one in its known_hosts file; nothing is taken from it until a"
                            + " person has looked",
                    server);
        } else {
            LOG.warn(
                    "{} could not be polled, or a file there not moved; the next look tries again: {}",
                    server,
                    RootCause.kind(fault));
        }
    }

    @Override
    public void handleException(String message, Throwable fault) {
        handleException(fault);
    }

    @Override
    public void handleException(String message, @Nullable Exchange exchange, Throwable fault) {
        handleException(fault);
    }
}
