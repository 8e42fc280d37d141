package org.sealpost.sender;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked of a partner's letters before they are believed. Immutable.
 *
 * @param require all of these must pass
 * @param dkimDomains domains that sign for the partner by DKIM, besides the author's own; compared without case
 * @param signers whose S/MIME signatures count
 * @param tell whether whoever is named as the sender is told that something is held back
 */
public record Policy(Set<Check> require, Set<String> dkimDomains, Signers signers, boolean tell) {
    /** Believes what nobody disowns. */
    public static final Policy NOTHING_REQUIRED = new Policy(Set.of(), Set.of(), Signers.NOBODY, true);

    public Policy {
        require = Set.copyOf(require);
        dkimDomains = dkimDomains.stream().map(d -> d.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
