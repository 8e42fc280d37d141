package org.sealpost.channel.sftp.drop;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SFTP session on one SSH channel: packets in, packets out, on a thread of its own. When the channel goes, whatever
 * was not handed over goes with it and is noted as not taken.
 */
final class SftpSession implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(SftpSession.class);
    /** The largest packet that any known client sends, and some more (OpenSSH: 256 KiB). */
    private static final int LARGEST_PACKET = 257 << 10;

    private final SessionHome home;
    private final SftpConversation conversation;
    private final RunningSessions sessions;

    private @Nullable InputStream in;
    private @Nullable OutputStream out;
    private @Nullable ExitCallback exit;
    private @Nullable Thread thread;

    SftpSession(SessionHome home, SftpConversation conversation, RunningSessions sessions) {
        this.home = home;
        this.conversation = conversation;
        this.sessions = sessions;
    }

    @Override
    public void setInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {}

    @Override
    public void setExitCallback(ExitCallback callback) {
        this.exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        if (in == null || out == null || exit == null) {
            throw new IOException("started before its streams were set");
        }
        InputStream from = in;
        OutputStream to = out;
        ExitCallback ended = exit;
        thread = new Thread(
                () -> run(from, to, ended),
                "sftp-drop-" + channel.getServerSession().getUsername());
        thread.setDaemon(true);
        sessions.begin();
        thread.start();
    }

    /** The channel is gone. A running admission is not torn apart: it ends, and its answer finds nobody. */
    @Override
    public void destroy(ChannelSession channel) throws IOException {
        if (in != null) {
            in.close();
        }
    }

    private void run(InputStream from, OutputStream to, ExitCallback ended) {
        int code = 1;
        try (home) {
            talk(new DataInputStream(from), to);
            code = 0;
        } catch (EOFException e) {
            code = 0;
        } catch (IOException e) {
            LOG.debug("an SFTP session broke off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("an SFTP session failed: {}", e.getClass().getName());
        } finally {
            sessions.end();
            ended.onExit(code);
        }
    }

    private void talk(DataInputStream from, OutputStream to) throws IOException, InterruptedException {
        while (true) {
            int length = from.readInt();
            if (length < 5 || length > LARGEST_PACKET) {
                throw new IOException("a packet of impossible length");
            }
            byte[] packet = new byte[length];
            from.readFully(packet);
            conversation.answer(packet).writeTo(to);
        }
    }
}
