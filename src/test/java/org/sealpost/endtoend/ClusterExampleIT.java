package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.activemq.artemis.api.config.ActiveMQDefaultConfiguration;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.Gateway;
import org.sealpost.GatewayApplication;

/** {@code config/cluster} as it stands, with certificates of a test's authority: database, broker and web speak TLS and nothing else. */
class ClusterExampleIT {
    private static final String PASSWORD = "not-a-secret";

    @TempDir
    Path folder;

    @Test
    void aGatewayOfTheWorkedExampleStartsAndReachesEverythingByTls() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        TlsAuthority tls = new TlsAuthority(folder.resolve("tls"));
        tls.issue("db");
        tls.issue("broker");
        tls.issue("client");
        web(tls);
        int brokerPort = freePort();
        int web = freePort();
        try (EmbeddedPostgres database = database(tls)) {
            EmbeddedActiveMQ broker = broker(tls, brokerPort, Map.of("sealpost.cluster.password", PASSWORD));
            try (Gateway gateway = GatewayApplication.start(settings(tls, database, brokerPort, web))) {
                HttpResponse<String> health = HttpClient.newBuilder()
                        .sslContext(trusting(tls))
                        .build()
                        .send(
                                HttpRequest.newBuilder(URI.create("https://localhost:" + web + "/actuator/health"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(health.statusCode()).isEqualTo(200);
                assertThat(broker.getActiveMQServer().getConnectionCount()).isPositive();
                onlyWhoHasACertificateGetsIn(tls, brokerPort, database.getPort());
                whatIsReplacedIsServedAndShown(tls, broker, brokerPort, web);
            } finally {
                broker.stop();
            }
        }
    }

    /** The web server's certificate and key in files of their own. */
    private static void web(TlsAuthority tls) throws Exception {
        tls.issue("gateway");
        Files.copy(
                tls.folder.resolve("gateway.crt"),
                tls.folder.resolve("gateway.pem"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void onlyWhoHasACertificateGetsIn(TlsAuthority tls, int broker, int database) throws Exception {
        String trusting = "sslEnabled=true&trustStoreType=PEM&trustStorePath=" + tls.folder.resolve("ca.pem");
        assertThatThrownBy(() -> connect("tcp://localhost:" + broker + "?" + trusting, "gateway", PASSWORD))
                .isInstanceOf(JMSException.class);
        TlsAuthority other = new TlsAuthority(tls.folder.resolve("other"));
        other.issue("client");
        assertThatThrownBy(() -> connect(
                        "tcp://localhost:" + broker + "?" + trusting + "&keyStoreType=PEM&keyStorePath="
                                + other.folder.resolve("client.pem"),
                        "gateway",
                        PASSWORD))
                .isInstanceOf(JMSException.class);
        connect(url(tls, broker), "gateway", PASSWORD);
        String named = "jdbc:postgresql://localhost:" + database + "/sealpost?sslmode=verify-full&sslrootcert="
                + tls.folder.resolve("ca.pem") + "&pemKeyAlgorithm=EC";
        assertThatThrownBy(() -> DriverManager.getConnection(named + "&sslcert=&sslkey=", "sealpost", PASSWORD)
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("certificate");
        String client = "&sslcert=" + tls.folder.resolve("client.crt") + "&sslkey=" + tls.folder.resolve("client.key");
        DriverManager.getConnection(named + client, "sealpost", PASSWORD).close();
        String unknown = named.replace(
                tls.folder.resolve("ca.pem").toString(),
                other.folder.resolve("ca.pem").toString());
        assertThatThrownBy(() -> DriverManager.getConnection(unknown + client, "sealpost", PASSWORD)
                        .close())
                .isInstanceOf(SQLException.class);
    }

    /** All at once, without a restart: the web pages, the broker, and who the gateway says that it is. */
    private static void whatIsReplacedIsServedAndShown(
            TlsAuthority tls, EmbeddedActiveMQ broker, int brokerPort, int web) throws Exception {
        X509Certificate webBefore = served(tls, web);
        X509Certificate brokerBefore = served(tls, brokerPort);
        web(tls);
        tls.issue("broker");
        tls.issue("client");
        String client = serial(tls, "client");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(served(tls, web)).isNotEqualTo(webBefore);
            assertThat(served(tls, brokerPort)).isNotEqualTo(brokerBefore);
        });
        for (RemotingConnection connection :
                broker.getActiveMQServer().getRemotingService().getConnections()) {
            connection.fail(new ActiveMQException("cut by a test"));
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        broker.getActiveMQServer().getRemotingService().getConnections())
                .anySatisfy(connection -> assertThat(CertificateUtil.getCertsFromConnection(connection)[0]
                                .getSerialNumber()
                                .toString(16))
                        .isEqualToIgnoringCase(client)));
    }

    private static String serial(TlsAuthority tls, String name) throws Exception {
        try (InputStream in = Files.newInputStream(tls.folder.resolve(name + ".crt"))) {
            return ((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in))
                    .getSerialNumber()
                    .toString(16);
        }
    }

    /** By a new connection. */
    private static X509Certificate served(TlsAuthority tls, int port) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting(tls).getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(5000);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static String url(TlsAuthority tls, int port) {
        return "tcp://localhost:" + port + "?sslEnabled=true&verifyHost=true&trustStoreType=PEM&trustStorePath="
                + tls.folder.resolve("ca.pem") + "&keyStoreType=PEM&keyStorePath=" + tls.folder.resolve("client.pem");
    }

    @Test
    void aBrokerOfAnotherNameOrAuthorityIsNotSpokenTo() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        TlsAuthority tls = new TlsAuthority(folder.resolve("tls"));
        tls.issue("client");
        tls.issue("broker", "DNS:other.example");
        int port = freePort();
        EmbeddedActiveMQ broker = broker(tls, port, Map.of("sealpost.cluster.password", PASSWORD));
        try {
            assertThatThrownBy(() -> connect(url(tls, port), "gateway", PASSWORD))
                    .isInstanceOf(JMSException.class);
            // It is the name alone: whoever does not ask for it gets in.
            connect(url(tls, port).replace("verifyHost=true", "verifyHost=false"), "gateway", PASSWORD);
            TlsAuthority other = new TlsAuthority(folder.resolve("other"));
            assertThatThrownBy(() -> connect(
                            url(tls, port)
                                    .replace("verifyHost=true", "verifyHost=false")
                                    .replace(
                                            tls.folder.resolve("ca.pem").toString(),
                                            other.folder.resolve("ca.pem").toString()),
                            "gateway",
                            PASSWORD))
                    .isInstanceOf(JMSException.class);
        } finally {
            broker.stop();
        }
    }

    @Test
    void nobodyGetsInByThePairsOwnPasswordBeforeItIsSet() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        TlsAuthority tls = new TlsAuthority(folder.resolve("tls"));
        tls.issue("broker");
        tls.issue("client");
        int port = freePort();
        String user = ActiveMQDefaultConfiguration.getDefaultClusterUser();
        EmbeddedActiveMQ unset = broker(tls, port, Map.of());
        try {
            for (String guess : List.of(ActiveMQDefaultConfiguration.getDefaultClusterPassword(), "")) {
                assertThatThrownBy(() -> connect(url(tls, port), user, guess)).isInstanceOf(JMSSecurityException.class);
            }
        } finally {
            unset.stop();
        }
        EmbeddedActiveMQ set = broker(tls, port, Map.of("sealpost.cluster.password", PASSWORD));
        try {
            connect(url(tls, port), user, PASSWORD);
        } finally {
            set.stop();
        }
    }

    private static void connect(String url, String user, String password) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                Connection connection = factory.createConnection(user, password)) {
            connection.start();
        }
    }

    private Map<String, Object> settings(TlsAuthority tls, EmbeddedPostgres database, int broker, int web) {
        Map<String, Object> all = new HashMap<>();
        all.put("spring.config.location", "file:config/application.yaml,file:config/cluster/gateway.yaml");
        all.put("SEALPOST_TLS", tls.folder.toString());
        all.put("SEALPOST_DATABASE_HOSTS", "localhost:" + database.getPort());
        all.put("SEALPOST_BROKER1", "localhost:" + broker);
        all.put("SEALPOST_BROKER2", "localhost:" + freePort());
        all.put("sealpost.data", folder.resolve("data").toString());
        all.put("sealpost.database.password", PASSWORD);
        all.put("sealpost.broker.password", PASSWORD);
        all.put("sealpost.web.host", "127.0.0.1");
        all.put("sealpost.web.port", web);
        all.put("spring.ssl.bundle.watch.file.quiet-period", "500ms");
        all.put("sealpost.sftp.host", "127.0.0.1");
        all.put("sealpost.sftp.port", freePort());
        all.put("sealpost.mailbox.enabled", false);
        all.put("sealpost.replies.enabled", false);
        all.put("sealpost.reading.workers", 1);
        all.put("sealpost.reading.tesseract", "off");
        return all;
    }

    private EmbeddedPostgres database(TlsAuthority tls) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", tls.folder.resolve("db.crt").toString())
                .setServerConfig("ssl_ca_file", tls.folder.resolve("ca.pem").toString())
                .setServerConfig("ssl_key_file", tls.folder.resolve("db.key").toString())
                .start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE USER sealpost PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE sealpost OWNER sealpost");
        }
        Path access = folder.resolve("postgresql/pg_hba.conf");
        Files.writeString(
                access,
                "hostssl sealpost sealpost 127.0.0.1/32 md5 clientcert=verify-ca\n"
                        + "hostssl sealpost sealpost ::1/128 md5 clientcert=verify-ca\n"
                        + Files.readString(access).replaceAll("(?m)^host\\s+all\\s+all", "host postgres postgres"));
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_reload_conf()");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(
                                "jdbc:postgresql://localhost:" + server.getPort() + "/sealpost?sslmode=disable",
                                "sealpost",
                                PASSWORD)
                        .close())
                .isInstanceOf(SQLException.class);
        return server;
    }

    /** The live one of the pair, from its file. */
    private EmbeddedActiveMQ broker(TlsAuthority tls, int port, Map<String, String> more) throws Exception {
        Map<String, String> open = new HashMap<>(more);
        open.putAll(Map.of(
                "sealpost.store",
                folder.resolve("pair").toString(),
                "sealpost.listen",
                "127.0.0.1:" + port,
                "sealpost.broker1",
                "localhost:" + port,
                "sealpost.broker2",
                "localhost:" + port,
                "sealpost.connector",
                example("connector").replace("/etc/sealpost/tls", tls.folder.toString()),
                "sealpost.acceptor",
                example("acceptor").replace("/etc/sealpost/tls", tls.folder.toString())));
        open.forEach(System::setProperty);
        try {
            SecurityConfiguration accounts = new SecurityConfiguration();
            accounts.addUser("gateway", PASSWORD);
            accounts.addRole("gateway", "gateway");
            EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
            artemis.setConfigResourcePath(
                    Path.of("config/cluster/broker-1.xml").toUri().toString());
            artemis.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts));
            return artemis.start();
        } finally {
            open.keySet().forEach(System::clearProperty);
        }
    }

    /** What the file says of it where nothing else is set. */
    private static String example(String parameters) throws IOException {
        Matcher value = Pattern.compile("\\$\\{sealpost\\." + parameters + ":([^}]+)}")
                .matcher(Files.readString(Path.of("config/cluster/broker-1.xml")));
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    private static SSLContext trusting(TlsAuthority tls) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream ca = Files.newInputStream(tls.folder.resolve("ca.pem"))) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(ca));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
