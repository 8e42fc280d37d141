package org.sealpost.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Doubt;

/** Whether a letter is from the address that it names as its author. Safe to share between threads. */
public final class SenderCheck {
    private final Optional<TrustedRelay> relay;
    private final Dkim dkim;
    private final Smime smime;

    /**
     * @param relay whose results are believed; empty for nobody's
     * @param keys where DKIM keys are looked up
     * @param mailKey opens what is sealed to the gateway; empty where nothing is opened
     */
    public SenderCheck(Optional<TrustedRelay> relay, DkimKeys keys, Optional<MailKey> mailKey) {
        this.relay = relay;
        this.dkim = new Dkim(keys);
        this.smime = new Smime(mailKey);
    }

    /** Believes no relay, knows no keys, opens nothing. */
    public static SenderCheck bare() {
        return new SenderCheck(Optional.empty(), (selector, domain) -> List.of(), Optional.empty());
    }

    /**
     * What a trusted relay says against a letter, or a signature that does not fit, is a doubt whatever is required.
     *
     * @param author the one address of its From line, an addr-spec
     */
    public Verdict check(Bytes untrustedLetter, String author, Policy policy) {
        String domain = author.substring(author.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        Set<Check> require = policy.require();
        List<Doubt> doubts = new ArrayList<>();
        Optional<RelayResults> said = relay.map(r -> r.results(untrustedLetter));
        boolean dmarc = said.filter(r -> r.dmarcPasses(domain)).isPresent();
        if (said.filter(RelayResults::dmarcFails).isPresent()) {
            doubts.add(Doubt.DMARC_FAILS);
        } else if (require.contains(Check.DMARC) && !dmarc) {
            doubts.add(Doubt.DMARC_MISSING);
        }
        if (require.contains(Check.RELAY)
                && said.filter(r -> r.vouchesFor(domain)).isEmpty()) {
            doubts.add(Doubt.RELAY_MISSING);
        }
        if (require.contains(Check.DKIM)) {
            dkim.doubt(untrustedLetter, domain, policy.dkimDomains()).ifPresent(doubts::add);
        }
        Smime.Seen seen = smime.look(untrustedLetter, author, policy.signers());
        seen.doubt(require.contains(Check.SMIME)).ifPresent(doubts::add);
        return new Verdict(doubts, seen.opened());
    }
}
