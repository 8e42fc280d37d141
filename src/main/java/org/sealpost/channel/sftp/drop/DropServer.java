package org.sealpost.channel.sftp.drop;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.nonefs.NoneFileSystemFactory;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.sealpost.delivery.Admit;
import org.sealpost.delivery.Inquire;
import org.sealpost.submission.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SFTP server to which partners write forms and from which they fetch receipts, and which does nothing else: public
 * keys only, no shell, no commands, no forwarding, no disk. A client's success of closing a file (or of renaming it to its
 * final name) means that {@link Admit} has taken it into custody.
 */
public final class DropServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DropServer.class);
    private static final AttributeKey<Refusal> TOO_OFTEN = new AttributeKey<>();
    private static final Duration ENDING = Duration.ofSeconds(10);

    private final DropSettings settings;
    private final Map<String, PartnerDrop> partners;
    private final Admit admit;
    private final Inquire inquire;
    private final Clock clock;
    private final MemoryBudget memory;
    private final Map<String, MemoryBudget> shares;
    private final Map<String, PartnerUsage> usages;
    private final RunningSessions sessions = new RunningSessions();
    private final SshServer ssh;

    /** @throws IllegalArgumentException where the host key is missing or a partner has two homes */
    public DropServer(DropSettings settings, List<PartnerDrop> partners, Admit admit, Inquire inquire, Clock clock) {
        if (!Files.isReadable(settings.hostKey())) {
            throw new IllegalArgumentException("the SFTP host key cannot be read");
        }
        this.settings = settings;
        this.admit = admit;
        this.inquire = inquire;
        this.clock = clock;
        this.partners = byUser(partners);
        this.memory = new MemoryBudget(
                settings.limits().memoryBytes(), settings.limits().memoryWait());
        this.shares = this.partners.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        user -> memory.share(settings.limits().partnerBytes())));
        this.usages = this.partners.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        user -> new PartnerUsage(settings.limits().quota(), clock)));
        this.ssh = server();
    }

    /**
     * Listens.
     *
     * @throws CannotListenException where the port cannot be had
     */
    public void start() throws IOException {
        try {
            ssh.start();
        } catch (BindException e) {
            ssh.close(true);
            throw new CannotListenException(settings.host(), settings.port(), String.valueOf(e.getMessage()));
        }
    }

    /** The port it listens on. */
    public int port() {
        return ssh.getPort();
    }

    /**
     * Stops listening and ends every session; what was being written is not admitted. Waits a while for the sessions to note
     * that, and for admissions that are under way.
     */
    @Override
    public void close() throws IOException {
        ssh.stop(true);
        try {
            sessions.awaitNone(ENDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Pieces of memory that no file holds. */
    int freePieces() {
        return memory.freePieces();
    }

    private static Map<String, PartnerDrop> byUser(List<PartnerDrop> partners) {
        try {
            return partners.stream()
                    .collect(Collectors.toUnmodifiableMap(drop -> drop.partner().value(), Function.identity()));
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("a partner has one home on the SFTP server, not two", e);
        }
    }

    private SshServer server() {
        SshServer server = SshServer.setUpDefaultServer();
        Algorithms.modernOnly(server);
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setKeyPairProvider(new FileKeyPairProvider(settings.hostKey()));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator((user, key, session) -> mayEnter(user, key));
        server.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setFileSystemFactory(NoneFileSystemFactory.INSTANCE);
        server.setShellFactory(null);
        server.setCommandFactory((channel, command) -> new NoCommands());
        server.setSubsystemFactories(List.of(new Sftp()));
        server.addSessionListener(new SessionCount(settings.limits().sessions()));
        server.addSessionListener(new LoginCount());
        limit(server, settings.limits());
        return server;
    }

    private static void limit(SshServer server, DropLimits limits) {
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "Sealpost");
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, limits.sessionsPerPartner());
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, 4);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, limits.authAttempts());
        CoreModuleProperties.AUTH_TIMEOUT.set(server, limits.authTime());
        CoreModuleProperties.IDLE_TIMEOUT.set(server, limits.idleTime());
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(server, limits.idleTime().plus(Duration.ofSeconds(15)));
    }

    private boolean mayEnter(String user, PublicKey offered) {
        PartnerDrop partner = partners.get(user);
        return partner != null && partner.keys().stream().anyMatch(key -> KeyUtils.compareKeys(key, offered));
    }

    private SessionHome home(PartnerDrop partner) {
        DropLimits limits = settings.limits();
        MemoryBudget share = Objects.requireNonNull(shares.get(partner.partner().value()));
        DropFolder drop = new DropFolder(
                new DropDesk(partner, usage(partner.partner().value()), admit, clock),
                () -> new UnfinishedFile(share, limits.fileBytes()),
                clock);
        return new SessionHome(drop, new ReceiptsFolder(partner.partner(), inquire), clock);
    }

    private PartnerUsage usage(String user) {
        return Objects.requireNonNull(usages.get(user));
    }

    /** Counts sign-ins. Whoever has had too many is told when it asks for something: in the middle of the sign-in itself no word arrives. */
    private final class LoginCount implements SessionListener {
        @Override
        public void sessionEvent(Session session, Event event) {
            if (event == Event.Authenticated) {
                usage(session.getUsername()).login().ifPresent(why -> session.setAttribute(TOO_OFTEN, why));
            }
        }
    }

    private static void endIfTooOften(ServerSession session) throws IOException {
        Refusal why = session.getAttribute(TOO_OFTEN);
        if (why != null) {
            LOG.warn("a sign-in by {} was turned away: {}", session.getUsername(), why.code());
            session.disconnect(
                    SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS, why.sentence() + " (" + why.code() + ")");
            throw new IOException(why.code());
        }
    }

    /** The only thing a signed-in partner can ask for. */
    private final class Sftp implements SubsystemFactory {
        @Override
        public String getName() {
            return "sftp";
        }

        @Override
        public Command createSubsystem(ChannelSession channel) throws IOException {
            ServerSession session = channel.getServerSession();
            PartnerDrop partner = partners.get(session.getUsername());
            if (partner == null) {
                throw new IOException("nobody has signed in");
            }
            endIfTooOften(session);
            SessionHome home = home(partner);
            Handles handles = new Handles(settings.limits().openHandles());
            return new SftpSession(home, new SftpConversation(home, handles), sessions);
        }
    }

    /** Turns connections away beyond a number, before they cost anything. */
    private static final class SessionCount implements SessionListener {
        private final AtomicInteger open = new AtomicInteger();
        private final int most;

        SessionCount(int most) {
            this.most = most;
        }

        @Override
        public void sessionCreated(Session session) {
            if (open.incrementAndGet() > most) {
                session.close(true);
            }
        }

        @Override
        public void sessionClosed(Session session) {
            open.decrementAndGet();
        }
    }
}
