package org.sealpost.sender;

import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecord;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Doubt;

/**
 * DKIM signatures (RFC 6376), of a domain that is the author's own to the letter or signs for the partner. Not believed are SHA-1
 * and RSA keys of fewer than 1024 bits (RFC 8301), keys that are being tested, and signatures of the beginning of a body only, to
 * which anybody can add. Ed25519 (RFC 8463) is not known to the library. Safe to share between threads.
 */
final class Dkim {
    private static final int SMALLEST_RSA_BITS = 1024;
    private static final Pattern TESTED = Pattern.compile("(?:^|;)\\s*t\\s*=[^;]*\\by\\b", Pattern.CASE_INSENSITIVE);

    private final DkimKeys keys;

    Dkim(DkimKeys keys) {
        this.keys = keys;
    }

    /** Nothing where a signature verifies. */
    Optional<Doubt> doubt(Bytes untrustedLetter, String authorDomain, Set<String> otherDomains) {
        Asked asked = new Asked(keys, authorDomain, otherDomains);
        try {
            List<SignatureRecord> good = new Careful(asked).verify(untrustedLetter.stream());
            if (good != null && good.stream().anyMatch(s -> isOurs(s, authorDomain, otherDomains))) {
                return Optional.empty();
            }
        } catch (FailException | IOException | RuntimeException e) {
            // A letter too broken to be parsed has no signature that verifies.
        }
        return Optional.of(asked.outOfReach ? Doubt.DKIM_KEY_OUT_OF_REACH : Doubt.DKIM_MISSING);
    }

    private static boolean isOurs(SignatureRecord signature, String authorDomain, Set<String> others) {
        String domain = signature.getDToken().toString().toLowerCase(Locale.ROOT);
        return (domain.equals(authorDomain) || others.contains(domain))
                && signature.getBodyHashLimit() < 0
                && "sha256".contentEquals(signature.getHashMethod());
    }

    /** Asks only for keys of domains that would count: a letter cannot make the gateway ask others. Confined to one letter. */
    private static final class Asked implements PublicKeyRecordRetriever {
        private final DkimKeys keys;
        private final String authorDomain;
        private final Set<String> otherDomains;
        private boolean outOfReach;

        private Asked(DkimKeys keys, String authorDomain, Set<String> otherDomains) {
            this.keys = keys;
            this.authorDomain = authorDomain;
            this.otherDomains = otherDomains;
        }

        @Override
        public List<String> getRecords(CharSequence method, CharSequence selector, CharSequence token)
                throws TempFailException, PermFailException {
            String domain = token.toString().toLowerCase(Locale.ROOT);
            if (!domain.equals(authorDomain) && !otherDomains.contains(domain)) {
                throw new PermFailException("of another domain");
            }
            try {
                return keys.records(selector.toString(), domain).stream()
                        .filter(record -> !TESTED.matcher(record).find())
                        .toList();
            } catch (DkimKeys.KeysOutOfReachException e) {
                outOfReach = true;
                throw new TempFailException("out of reach");
            }
        }
    }

    private static final class Careful extends DKIMVerifier {
        private Careful(PublicKeyRecordRetriever keys) {
            super(keys);
        }

        @Override
        public PublicKeyRecord publicKeySelector(List<String> records) throws PermFailException {
            PublicKeyRecord key = super.publicKeySelector(records);
            if (key.getPublicKey() instanceof RSAPublicKey rsa
                    && rsa.getModulus().bitLength() < SMALLEST_RSA_BITS) {
                throw new PermFailException("too short a key");
            }
            return key;
        }
    }
}
