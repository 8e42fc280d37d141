package org.sealpost.sender;

import java.util.List;

/** Where the public keys of DKIM signatures are looked up (RFC 6376, section 3.6). Safe to share between threads. */
@FunctionalInterface
public interface DkimKeys {
    /**
     * The key records {@code SELECTOR._domainkey.DOMAIN}; none where there is no such key.
     *
     * @throws KeysOutOfReachException where it is not known whether there is one
     */
    List<String> records(String selector, String domain) throws KeysOutOfReachException;

    /** First here, and where there is none, there. */
    default DkimKeys orElse(DkimKeys other) {
        return (selector, domain) -> {
            List<String> here = records(selector, domain);
            return here.isEmpty() ? other.records(selector, domain) : here;
        };
    }

    /** Nobody could be asked. */
    final class KeysOutOfReachException extends Exception {
        private static final long serialVersionUID = 1L;

        public KeysOutOfReachException(String message) {
            super(message);
        }
    }
}
