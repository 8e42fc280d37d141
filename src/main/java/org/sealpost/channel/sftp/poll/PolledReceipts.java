package org.sealpost.channel.sftp.poll;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.sealpost.channel.sftp.ReceiptText;
import org.sealpost.channel.sftp.SafeName;
import org.sealpost.delivery.Tell;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ReturnAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts receipts on the servers that forms were fetched from. Safe to share between threads. */
public final class PolledReceipts {
    private static final Logger LOG = LoggerFactory.getLogger(PolledReceipts.class);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration ONE_RECEIPT = Duration.ofSeconds(30);

    private final Map<String, PolledServer> servers;
    /** Those that failed in this round. */
    private final Set<String> down = ConcurrentHashMap.newKeySet();

    private final Tell tell;
    private final int silenceMillis;
    private final Duration oneReceipt;

    /** A server may be silent for 10 s, and may take 30 s for one receipt; then it has failed. */
    public PolledReceipts(List<PolledServer> servers, Tell tell) {
        this(servers, tell, SILENCE, ONE_RECEIPT);
    }

    PolledReceipts(List<PolledServer> servers, Tell tell, Duration silence, Duration oneReceipt) {
        this.silenceMillis = (int) silence.toMillis();
        this.oneReceipt = oneReceipt;
        this.servers = servers.stream().collect(Collectors.toUnmodifiableMap(PolledServer::name, Function.identity()));
        this.tell = tell;
    }

    /** What is to be told now. Begins a round, in which a server that fails once is not tried again. */
    public List<Tell.Notice> due() {
        down.clear();
        return tell.due(Channel.SFTP);
    }

    /** Writes one receipt, and says that it is told only once it stands there under its final name. */
    public void send(@Body Tell.Notice notice) {
        try {
            if (notice.to() instanceof ReturnAddress.ByPolledServer to) {
                put(to, notice);
            }
            tell.told(notice);
        } catch (ServerDownException e) {
            tell.failed(notice);
        } catch (JSchException | SftpException | RuntimeException e) {
            LOG.warn(
                    "a receipt could not be put on a polled server: {}",
                    e.getClass().getName());
            tell.failed(notice);
        }
    }

    private void put(ReturnAddress.ByPolledServer to, Tell.Notice notice) throws JSchException, SftpException {
        PolledServer server = servers.get(to.server());
        if (server == null) {
            throw new IllegalStateException("a receipt is due on a server that is no longer configured");
        }
        if (down.contains(server.name())) {
            throw new ServerDownException();
        }
        try {
            put(server, name(to, notice), ReceiptText.of(notice));
        } catch (JSchException e) {
            down.add(server.name());
            throw e;
        } catch (SftpException e) {
            if (isOfTheConnection(e)) {
                down.add(server.name());
            }
            throw e;
        }
    }

    /** A "no" of the server to one file has no cause, and says nothing of the next file. */
    private static boolean isOfTheConnection(SftpException e) {
        return e.getCause() != null;
    }

    private void put(PolledServer server, String name, Bytes text) throws JSchException, SftpException {
        Session session = session(server);
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                session::disconnect, CompletableFuture.delayedExecutor(oneReceipt.toMillis(), TimeUnit.MILLISECONDS));
        try {
            session.connect(silenceMillis);
            ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
            sftp.connect(silenceMillis);
            write(sftp, server.directory() + "/receipts", name, text);
        } finally {
            deadline.cancel(false);
            session.disconnect();
        }
    }

    private Session session(PolledServer server) throws JSchException {
        JSch jsch = new JSch();
        jsch.setKnownHosts(server.knownHosts().toString());
        if (server.keyFile().isPresent()) {
            jsch.addIdentity(server.keyFile().get().toString());
        }
        Session session = jsch.getSession(server.user(), server.host(), server.port());
        server.password().ifPresent(session::setPassword);
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey,password");
        session.setTimeout(silenceMillis);
        return session;
    }

    private static void write(ChannelSftp sftp, String folder, String name, Bytes text) throws SftpException {
        try {
            sftp.stat(folder);
        } catch (SftpException e) {
            sftp.mkdir(folder);
        }
        String whole = folder + "/" + name;
        String part = folder + "/." + name + ".part";
        sftp.put(text.stream(), part, ChannelSftp.OVERWRITE);
        try {
            sftp.rename(part, whole);
        } catch (SftpException e) {
            sftp.rm(whole);
            sftp.rename(part, whole);
        }
    }

    /** One name for one notice, so that a repeat writes the same file. */
    private static String name(ReturnAddress.ByPolledServer to, Tell.Notice notice) {
        String reference = notice.reference().map(r -> "." + r).orElse("");
        return SafeName.of(to.fileName()) + reference + "." + word(notice.news()) + "." + notice.number() + ".txt";
    }

    private static String word(Tell.News news) {
        if (news instanceof Tell.News.InCustody) {
            return "in-custody";
        }
        if (news instanceof Tell.News.GivenUp) {
            return "given-up";
        }
        return news instanceof Tell.News.Delivered ? "delivered" : "refused";
    }

    /** It was not even tried. */
    private static final class ServerDownException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
