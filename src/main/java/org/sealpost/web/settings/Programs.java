package org.sealpost.web.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sealpost.submission.Sha256;

/**
 * By what programs come in beside a name and a password.
 *
 * @param certificates by the SHA-256 of a client certificate's DER: the very certificate, whoever issued it
 * @param issuers whose access tokens are believed
 */
public record Programs(Map<Sha256, Sender> certificates, List<TokenIssuer> issuers) {
    /** Passwords only. */
    public static final Programs NONE = new Programs(Map.of(), List.of());

    /** @throws IllegalArgumentException where one issuer is configured twice */
    public Programs {
        certificates = Map.copyOf(certificates);
        issuers = List.copyOf(issuers);
        Set<String> names = new HashSet<>();
        for (TokenIssuer issuer : issuers) {
            if (!names.add(issuer.issuer().toString())) {
                throw new IllegalArgumentException("two issuers of tokens are " + issuer.issuer());
            }
        }
    }
}
