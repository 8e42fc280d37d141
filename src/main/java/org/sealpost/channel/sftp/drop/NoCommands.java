package org.sealpost.channel.sftp.drop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * The answer to every command and to the old scp protocol: a sentence, and no. Without it the library would log the
 * command, and with it the name of a file.
 */
final class NoCommands implements Command {
    private @Nullable OutputStream err;
    private @Nullable ExitCallback exit;

    @Override
    public void setInputStream(InputStream in) {}

    @Override
    public void setOutputStream(OutputStream out) {}

    @Override
    public void setErrorStream(OutputStream err) {
        this.err = err;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        this.exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        if (err != null) {
            err.write("This server takes files by SFTP and runs no commands.\n".getBytes(StandardCharsets.UTF_8));
            err.flush();
        }
        if (exit != null) {
            exit.onExit(126);
        }
    }

    @Override
    public void destroy(ChannelSession channel) {}
}
