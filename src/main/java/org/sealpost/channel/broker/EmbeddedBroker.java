package org.sealpost.channel.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.sealpost.submission.ForceId;

/**
 * Artemis inside the gateway, on loopback, with a durable journal. Transport only: it may be wiped, and everything
 * without a receipt is sent again. Holds sealed envelopes, never anything readable.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String GATEWAY = "gateway";
    private static final String ACCEPTOR = "loopback";

    /** The default of 3.3 ms would let one sender write 287 messages a second; with this it is over two thousand. */
    private static final int JOURNAL_TIMEOUT_NANOSECONDS = 100_000;

    private final EmbeddedActiveMQ artemis;

    private EmbeddedBroker(EmbeddedActiveMQ artemis) {
        this.artemis = artemis;
    }

    /**
     * Returns when it takes connections.
     *
     * @throws IOException where its folder cannot be made or its port not be had
     */
    public static EmbeddedBroker start(EmbeddedBrokerSettings settings) throws IOException {
        Files.createDirectories(
                settings.folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(settings.folder(), PosixFilePermissions.fromString("rwx------"));
        EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
        artemis.setConfiguration(configuration(settings));
        artemis.setSecurityManager(
                new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts(settings)));
        try {
            artemis.start();
        } catch (Exception e) {
            throw new IOException("the embedded broker does not start", e);
        }
        if (!artemis.getActiveMQServer().isActive()) {
            throw new IOException("the embedded broker does not start");
        }
        return new EmbeddedBroker(artemis);
    }

    /** On 127.0.0.1. */
    public int port() {
        return ((NettyAcceptor) artemis.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR)).getActualPort();
    }

    /** What a client connects to. */
    public String url() {
        return "tcp://127.0.0.1:" + port();
    }

    @Override
    public void close() throws IOException {
        try {
            artemis.stop();
        } catch (Exception e) {
            throw new IOException("the embedded broker does not stop", e);
        }
    }

    private static Configuration configuration(EmbeddedBrokerSettings settings) {
        Path folder = settings.folder().toAbsolutePath();
        Configuration configuration = new ConfigurationImpl()
                .setName("sealpost")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(JOURNAL_TIMEOUT_NANOSECONDS)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setPersistIDCache(true)
                .setGlobalMaxSize(settings.memory())
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .setMessageCounterEnabled(false);
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of(
                        TransportConstants.HOST_PROP_NAME, "127.0.0.1",
                        TransportConstants.PORT_PROP_NAME, settings.port(),
                        TransportConstants.PROTOCOLS_PROP_NAME, "CORE,AMQP"),
                ACCEPTOR));
        // Nothing is thrown away but attempts that newer ones follow: the record of delivery decides, not the broker.
        configuration.addAddressSetting("#", settingsOfEveryAddress());
        for (ForceId force : settings.forces().keySet()) {
            addQueue(configuration, force.intelligenceQueue());
            addQueue(configuration, force.receiptsQueue());
            allow(configuration, force.intelligenceQueue(), GATEWAY, role(force));
            allow(configuration, force.receiptsQueue(), role(force), GATEWAY);
        }
        return configuration;
    }

    private static AddressSettings settingsOfEveryAddress() {
        return new AddressSettings()
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(500)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(60_000)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    }

    private static void addQueue(Configuration configuration, String name) {
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(SimpleString.of(name))
                        .setAddress(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true)));
    }

    private static void allow(Configuration configuration, String address, String sender, String receiver) {
        Role mayBrowse =
                new Role(receiver, false, true, false, false, false, false, false, true, false, false, false, false);
        Role maySend =
                new Role(sender, true, false, false, false, false, false, false, false, false, false, false, false);
        configuration.putSecurityRoles(address, Set.of(mayBrowse, maySend));
    }

    private static SecurityConfiguration accounts(EmbeddedBrokerSettings settings) {
        SecurityConfiguration accounts = new SecurityConfiguration();
        add(accounts, settings.gateway(), GATEWAY);
        settings.forces().forEach((force, account) -> add(accounts, account, role(force)));
        return accounts;
    }

    private static void add(SecurityConfiguration accounts, BrokerAccount account, String role) {
        accounts.addUser(account.name(), account.password());
        accounts.addRole(account.name(), role);
    }

    private static String role(ForceId force) {
        return "force." + force;
    }
}
