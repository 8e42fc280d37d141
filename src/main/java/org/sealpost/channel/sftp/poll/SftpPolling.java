package org.sealpost.channel.sftp.poll;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spi.Registry;
import org.sealpost.delivery.Admit;

/** Makes one route of the template {@code sftp-poll} for each configured server. */
public final class SftpPolling {
    static final String TEMPLATE = "sftp-poll";

    private final List<PolledServer> servers;
    private final Admit admit;
    private final Clock clock;

    /** @throws IllegalArgumentException where two servers have one name */
    public SftpPolling(List<PolledServer> servers, Admit admit, Clock clock) {
        this.servers = List.copyOf(servers);
        this.admit = admit;
        this.clock = clock;
        if (servers.stream().map(PolledServer::name).distinct().count() != servers.size()) {
            throw new IllegalArgumentException("two polled servers have one name");
        }
    }

    /** Call once, after the routes have been loaded. A server that is down does not hinder it. */
    public void addRoutes(CamelContext camel) {
        servers.forEach(server -> addRoute(camel, server));
    }

    private void addRoute(CamelContext camel, PolledServer server) {
        Verdicts verdicts = new Verdicts();
        String id = TEMPLATE + "-" + server.name();
        Registry beans = camel.getRegistry();
        beans.bind(id + "-desk", new PollDesk(server, admit, clock, verdicts));
        beans.bind(id + "-resting", new RestingFiles());
        beans.bind(id + "-move", new MoveAfterwards(clock, verdicts));
        beans.bind(id + "-faults", new PollFaults(server));
        TemplatedRouteBuilder.builder(camel, TEMPLATE)
                .routeId(id)
                .parameter("id", id)
                .parameter("host", server.host())
                .parameter("port", server.port())
                .parameter("directory", server.directory())
                .parameter("user", server.user())
                .parameter("password", server.password().orElse(""))
                .parameter("keyFile", server.keyFile().map(Path::toString).orElse(""))
                .parameter("knownHosts", server.knownHosts().toString())
                .parameter("interval", server.interval().toMillis())
                .add();
    }
}
