package org.sealpost.sender;

/** What a policy can ask of a letter. */
public enum Check {
    /** The trusted relay says {@code dmarc=pass} of the author's domain (RFC 7489). */
    DMARC,
    /** A DKIM signature of the author's domain, or of one that signs for the partner, verifies here (RFC 6376). */
    DKIM,
    /** An S/MIME signature of the author verifies here (RFC 8551), by a certificate that is known for the partner. */
    SMIME,
    /** The trusted relay says of the author's domain that DMARC, an aligned DKIM or an aligned SPF passed. */
    RELAY
}
