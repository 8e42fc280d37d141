package org.sealpost;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.channel.sftp.drop.DropLimits;
import org.sealpost.channel.sftp.drop.DropQuota;
import org.sealpost.channel.sftp.drop.DropServer;
import org.sealpost.channel.sftp.drop.DropSettings;
import org.sealpost.channel.sftp.drop.PartnerDrop;
import org.sealpost.channel.sftp.poll.PolledReceipts;
import org.sealpost.channel.sftp.poll.PolledServer;
import org.sealpost.channel.sftp.poll.SftpPolling;
import org.sealpost.delivery.Admit;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Tell;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The drop server and the servers that are polled. */
@Configuration(proxyBeanMethods = false)
class SftpWiring {
    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnBooleanProperty("sealpost.sftp.enabled")
    DropServer dropServer(Settings settings, Admit admit, Inquire inquire, Clock clock) throws IOException {
        DropSettings drop = new DropSettings(
                settings.sftp().host(),
                settings.sftp().port(),
                Home.resolve(settings.keys().sshHostKey()),
                limits(settings));
        return new DropServer(drop, partners(settings), admit, inquire, clock);
    }

    private static DropLimits limits(Settings settings) {
        Settings.Sftp sftp = settings.sftp();
        return DropLimits.DEFAULT
                .withBytes(settings.limits().file().toBytes(), sftp.memory().toBytes())
                .withPartner(
                        sftp.connectionsPerPartner(),
                        new DropQuota(
                                sftp.loginsPerMinute(),
                                sftp.filesPerHour(),
                                sftp.bytesPerHour().toBytes()));
    }

    @Bean
    PolledServers polledServers(Settings settings) {
        return new PolledServers(settings.polledServers().entrySet().stream()
                .map(server -> polled(server.getKey(), server.getValue(), settings))
                .toList());
    }

    @Bean
    SftpPolling sftpPolling(PolledServers servers, Admit admit, Clock clock) {
        return new SftpPolling(servers.all(), admit, clock);
    }

    @Bean
    PolledReceipts sftpReceipts(PolledServers servers, Tell tell) {
        return new PolledReceipts(servers.all(), tell);
    }

    private static PolledServer polled(String name, Settings.PolledServer server, Settings settings) {
        Settings.Partner partner = settings.partners().get(server.partner());
        if (partner == null) {
            throw new RefusedToStartException(
                    "partner-unknown",
                    "the polled server " + name + " belongs to " + server.partner() + ", which is not configured");
        }
        return new PolledServer(
                name,
                server.host(),
                server.port(),
                server.user(),
                Optional.ofNullable(server.key()).map(Home::resolve),
                Optional.ofNullable(server.password()),
                Home.resolve(server.knownHosts()),
                server.directory(),
                new PartnerId(server.partner()),
                new ForceId(partner.force()),
                server.interval(),
                (int) settings.limits().file().toBytes());
    }

    /** A type of its own, because a bean that is a list is taken apart by the frame. */
    record PolledServers(List<PolledServer> all) {}

    private static List<PartnerDrop> partners(Settings settings) throws IOException {
        List<PartnerDrop> drops = new ArrayList<>();
        for (Map.Entry<String, Settings.Partner> partner : settings.partners().entrySet()) {
            if (!partner.getValue().sftpKeys().isEmpty()) {
                drops.add(PartnerDrop.ofKeyFiles(
                        new PartnerId(partner.getKey()),
                        new ForceId(partner.getValue().force()),
                        partner.getValue().sftpKeys().stream()
                                .map(Home::resolve)
                                .toList()));
            }
        }
        return drops;
    }
}
