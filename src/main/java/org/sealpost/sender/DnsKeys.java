package org.sealpost.sender;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.Cache;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Keys in the DNS. Answers are believed as the resolver gives them: use one that validates (DNSSEC) and is near. Each question is
 * asked up to three times, for three seconds each.
 */
public final class DnsKeys implements DkimKeys {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Resolver resolver;
    private final Cache cache = new Cache();

    private DnsKeys(Resolver resolver) {
        this.resolver = resolver;
        resolver.setTimeout(PATIENCE);
    }

    /** By the resolvers of this machine. */
    public static DnsKeys ofThisMachine() {
        return new DnsKeys(new ExtendedResolver());
    }

    /** @throws IllegalArgumentException where the host has no address */
    public static DnsKeys by(InetSocketAddress server) {
        if (server.isUnresolved()) {
            throw new IllegalArgumentException("the name server has no address");
        }
        return new DnsKeys(new ExtendedResolver(List.<Resolver>of(new SimpleResolver(server))));
    }

    @Override
    public List<String> records(String untrustedSelector, String untrustedDomain) throws KeysOutOfReachException {
        Lookup lookup;
        try {
            lookup = new Lookup(untrustedSelector + "._domainkey." + untrustedDomain + ".", Type.TXT);
        } catch (TextParseException e) {
            return List.of();
        }
        lookup.setResolver(resolver);
        lookup.setCache(cache);
        lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL ->
                Arrays.stream(lookup.getAnswers())
                        .filter(TXTRecord.class::isInstance)
                        .map(record -> String.join("", ((TXTRecord) record).getStrings()))
                        .toList();
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> List.of();
            default -> throw new KeysOutOfReachException("no name server answered");
        };
    }
}
