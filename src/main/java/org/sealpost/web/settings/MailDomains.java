package org.sealpost.web.settings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/**
 * Which mail addresses belong to which partner: an address of its own goes before its domain; a domain means exactly itself and
 * no sub-domain; case does not matter.
 */
public final class MailDomains {
    /** Of RFC 5322's atoms only, which needs no quoting anywhere: in a header, a cookie or the ledger. */
    private static final Pattern ADDRESS =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_{|}~-]+)*@[a-z0-9-]+(\\.[a-z0-9-]+)+");
    /** What the ledger has room for. */
    private static final int LONGEST = 100;

    private final Map<String, Home> byEntry = new HashMap<>();

    /** @param byEntry addresses and domains as they are configured, with the partner and force of each */
    public MailDomains(Map<String, Home> byEntry) {
        byEntry.forEach((entry, home) -> {
            String lower = entry.toLowerCase(Locale.ROOT).strip();
            this.byEntry.put(lower.startsWith("@") ? lower.substring(1) : lower, home);
        });
    }

    /** The person with that address, where it is of a partner's; the name is the address in small letters. */
    public Optional<Sender> find(String untrusted) {
        String address = untrusted.strip().toLowerCase(Locale.ROOT);
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        Home own = byEntry.get(address);
        Home home = own != null ? own : byEntry.get(address.substring(address.lastIndexOf('@') + 1));
        return Optional.ofNullable(home).map(h -> new Sender(address, h.partner(), h.force()));
    }

    /** Whose an address is. */
    public record Home(PartnerId partner, ForceId force) {}
}
