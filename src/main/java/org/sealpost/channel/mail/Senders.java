package org.sealpost.channel.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sealpost.sender.Policy;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/**
 * Who may submit by e-mail. An address of its own goes before its domain; a domain means exactly itself and no
 * sub-domain; case does not matter. Safe to share between threads.
 *
 * <p>The sender's address is only what the letter says. Whether it is believed is {@link org.sealpost.sender.SenderCheck}'s to
 * say, by the partner's policy.
 */
public final class Senders {
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?");

    private final Map<String, Sender> byEntry;
    private final PartnerId strangers;
    private final ForceId strangersForce;

    /**
     * @param strangers the name under which refused letters of unknown senders are recorded
     * @param strangersForce the force for which this mailbox stands, recorded with them
     * @throws IllegalArgumentException where two partners claim one address or domain
     */
    public Senders(List<Partner> partners, PartnerId strangers, ForceId strangersForce) {
        Map<String, Sender> entries = new HashMap<>();
        for (Partner partner : partners) {
            for (String written : partner.addressesAndDomains()) {
                String entry = entry(written);
                if (entries.put(entry, new Sender(partner.id(), partner.force(), entry, partner.policy())) != null) {
                    throw new IllegalArgumentException("two partners claim the mail address or domain " + entry);
                }
            }
        }
        this.byEntry = Map.copyOf(entries);
        this.strangers = strangers;
        this.strangersForce = strangersForce;
    }

    /** @param address an addr-spec (RFC 5322, section 3.4.1) */
    Optional<Sender> find(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        Sender own = byEntry.get(lower);
        return own != null
                ? Optional.of(own)
                : Optional.ofNullable(byEntry.get("@" + lower.substring(lower.lastIndexOf('@') + 1)));
    }

    /** Stands for whoever is not known. */
    Sender stranger() {
        return new Sender(strangers, strangersForce, "stranger", Policy.NOTHING_REQUIRED);
    }

    private static String entry(String written) {
        String lower = written.toLowerCase(Locale.ROOT).strip();
        int at = lower.lastIndexOf('@');
        String domain = lower.substring(at + 1);
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException("not a mail address or domain: " + written);
        }
        return at > 0 ? lower : "@" + domain;
    }

    /**
     * A partner as configured.
     *
     * @param force which its letters are for
     * @param addressesAndDomains like {@code referrals@agency.example}, {@code agency.example} or {@code @agency.example}
     * @param policy what its letters must show before they are believed
     */
    public record Partner(PartnerId id, ForceId force, Set<String> addressesAndDomains, Policy policy) {
        /** Of whom nothing is required. */
        public Partner(PartnerId id, ForceId force, Set<String> addressesAndDomains) {
            this(id, force, addressesAndDomains, Policy.NOTHING_REQUIRED);
        }

        public Partner {
            addressesAndDomains = Set.copyOf(addressesAndDomains);
        }
    }

    /** @param by the configured entry by which it was known */
    record Sender(PartnerId partner, ForceId force, String by, Policy policy) {}
}
