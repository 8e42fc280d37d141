package org.sealpost.sender;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * Whose S/MIME signatures count for a partner (RFC 8550): certificates that chain to an authority, and single certificates. Either
 * way it must be valid now, for signing mail, and bear the author's address. Revocation is not asked for: take a certificate
 * out by naming single ones. Immutable.
 */
public final class Signers {
    public static final Signers NOBODY = new Signers(Set.of(), Set.of());

    private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CONTENT_COMMITMENT = 1;
    private static final int SMALLEST_RSA_BITS = 2048;

    private final Set<TrustAnchor> authorities;
    private final Set<X509Certificate> single;

    Signers(Set<X509Certificate> authorities, Set<X509Certificate> single) {
        this.authorities =
                authorities.stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toUnmodifiableSet());
        this.single = Set.copyOf(single);
    }

    /**
     * @param authorities files of one certificate or more in PEM
     * @param single the same
     * @throws IllegalArgumentException where a file holds none; the message names it
     */
    public static Signers load(List<Path> authorities, List<Path> single) throws IOException {
        return new Signers(certificates(authorities), certificates(single));
    }

    private static Set<X509Certificate> certificates(List<Path> files) throws IOException {
        Set<X509Certificate> all = new HashSet<>();
        for (Path file : files) {
            all.addAll(PemFile.certificates(file));
        }
        return all;
    }

    public boolean areNobody() {
        return authorities.isEmpty() && single.isEmpty();
    }

    Set<X509Certificate> single() {
        return single;
    }

    /** @param others certificates that came with it, from which a chain may be made */
    boolean include(X509Certificate signer, Collection<X509Certificate> others, String author) {
        return mayBeOf(signer, author) && (isSingle(signer) || chains(signer, others));
    }

    private boolean isSingle(X509Certificate signer) {
        try {
            signer.checkValidity();
            return single.contains(signer);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean chains(X509Certificate signer, Collection<X509Certificate> others) {
        if (authorities.isEmpty()) {
            return false;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(authorities, target);
            parameters.setRevocationEnabled(false);
            Set<X509Certificate> all = new HashSet<>(others);
            all.add(signer);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean mayBeOf(X509Certificate signer, String author) {
        try {
            boolean[] usage = signer.getKeyUsage();
            List<String> purposes = signer.getExtendedKeyUsage();
            return (usage == null || usage[DIGITAL_SIGNATURE] || usage[CONTENT_COMMITMENT])
                    && (purposes == null || purposes.contains(EMAIL_PROTECTION) || purposes.contains(ANY_PURPOSE))
                    && !(signer.getPublicKey() instanceof java.security.interfaces.RSAPublicKey rsa
                            && rsa.getModulus().bitLength() < SMALLEST_RSA_BITS)
                    && addresses(signer).stream().anyMatch(author::equalsIgnoreCase);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** RFC 8550, section 3: in the alternative name, or in the subject. */
    private static Set<String> addresses(X509Certificate signer) throws CertificateParsingException {
        Set<String> addresses = new HashSet<>();
        Collection<List<?>> alternatives = signer.getSubjectAlternativeNames();
        if (alternatives != null) {
            alternatives.stream()
                    .filter(name -> Integer.valueOf(GeneralName.rfc822Name).equals(name.get(0)))
                    .forEach(name -> addresses.add((String) name.get(1)));
        }
        X500Name subject = X500Name.getInstance(signer.getSubjectX500Principal().getEncoded());
        for (var rdn : subject.getRDNs(PKCSObjectIdentifiers.pkcs_9_at_emailAddress)) {
            if (rdn.getFirst().getValue() instanceof ASN1String text) {
                addresses.add(text.getString());
            }
        }
        return addresses;
    }
}
