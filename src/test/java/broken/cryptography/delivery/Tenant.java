package broken.cryptography.delivery;

/** Breaks a wall, to prove that it stands. */
public class Tenant {
    org.bouncycastle.asn1.ASN1Integer wrong;
}
