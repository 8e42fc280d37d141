package org.sealpost.channel.sftp.drop;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.sealpost.channel.sftp.FakeDesk;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/** A drop server on a free port with two partners, and a client of MINA's for it. */
final class DropFixture implements AutoCloseable {
    static final Path KEY = Path.of("certs-example/partners/example-agency/id_ed25519");
    static final String USER = "example-agency";
    static final String OTHER = "other-agency";

    final FakeDesk desk = new FakeDesk();
    final DropServer server;
    final KeyPair otherKey;
    /** What the server said to connections that it ended. */
    final List<String> farewells = new CopyOnWriteArrayList<>();

    private final SshClient client = SshClient.setUpDefaultClient();

    DropFixture() throws IOException, GeneralSecurityException {
        this(DropLimits.DEFAULT);
    }

    DropFixture(DropLimits limits) throws IOException, GeneralSecurityException {
        this(limits, Clock.systemUTC());
    }

    DropFixture(DropLimits limits, Clock clock) throws IOException, GeneralSecurityException {
        otherKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        ForceId force = new ForceId("example-constabulary");
        server = new DropServer(
                new DropSettings("127.0.0.1", 0, Path.of("certs-example/gateway/ssh_host_ed25519_key"), limits),
                List.of(
                        PartnerDrop.ofKeyFiles(new PartnerId(USER), force, List.of(Path.of(KEY + ".pub"))),
                        new PartnerDrop(new PartnerId(OTHER), force, List.of(otherKey.getPublic()))),
                desk,
                desk,
                clock);
        server.start();
        client.setServerKeyVerifier((session, address, key) -> true);
        client.addSessionListener(new SessionListener() {
            @Override
            public void sessionDisconnect(Session of, int reason, String words, String language, boolean byUs) {
                farewells.add(words);
            }
        });
        client.start();
    }

    static KeyPair key() throws IOException {
        return new FileKeyPairProvider(KEY).loadKeys(null).iterator().next();
    }

    ClientSession connect(String user, KeyPair key) throws IOException {
        ClientSession session =
                client.connect(user, "127.0.0.1", server.port()).verify(10_000).getSession();
        session.addPublicKeyIdentity(key);
        session.auth().verify(10_000);
        return session;
    }

    /** With a password, and by questions and answers. */
    void connectByPassword(String password) throws IOException {
        try (ClientSession session =
                client.connect(USER, "127.0.0.1", server.port()).verify(10_000).getSession()) {
            session.setUserAuthFactories(
                    List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
            session.addPasswordIdentity(password);
            session.auth().verify(10_000);
        }
    }

    SftpClient sftp() throws IOException {
        return SftpClientFactory.instance()
                .createSftpClient(connect(USER, key()))
                .singleSessionInstance();
    }

    SftpClient sftpOfOther() throws IOException {
        return SftpClientFactory.instance()
                .createSftpClient(connect(OTHER, otherKey))
                .singleSessionInstance();
    }

    @Override
    public void close() throws IOException {
        client.stop();
        server.close();
    }
}
