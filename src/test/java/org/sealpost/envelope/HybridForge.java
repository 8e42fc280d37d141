package org.sealpost.envelope;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.sealpost.submission.Bytes;

/** Pieces of the hybrid profile that are wrong. */
final class HybridForge {
    private HybridForge() {}

    /** The same content with these signers and no others. */
    static byte[] signedBy(SignedMessage like, List<SignerInfo> signers, List<Bytes> certificates) {
        ASN1EncodableVector infos = new ASN1EncodableVector();
        signers.forEach(infos::add);
        ASN1EncodableVector all = new ASN1EncodableVector();
        certificates.forEach(der -> all.add(Certificate.getInstance(der.array())));
        SignedData signed = new SignedData(
                new DERSet(Names.SHA512),
                new ContentInfo(like.type(), new DEROctetString(like.content().array())),
                new DERSet(all),
                null,
                new DERSet(infos));
        return Der.encode(new ContentInfo(CMSObjectIdentifiers.signedData, signed));
    }

    /** Another gateway's second key, under that name. */
    static LatticeSigningKey signer(Path folder, String subject) throws Exception {
        Path files = written(folder, PostQuantumPair.Kind.ML_DSA_65, subject);
        return LatticeSigningKey.load(files.resolve("pq.pem"), files.resolve("pq.key.pem"));
    }

    /** A folder with another force's {@code pq.pem} and {@code pq.key.pem}. */
    static Path encryption(Path folder) throws Exception {
        return written(folder, PostQuantumPair.Kind.ML_KEM_1024, "CN=another force");
    }

    private static Path written(Path folder, PostQuantumPair.Kind kind, String subject) throws Exception {
        Path files = Files.createTempDirectory(folder, "pair");
        Instant now = Instant.now();
        KeyPair issuer = Pki.curve("secp384r1");
        Pki.Pair authority = new Pki(files, now.minusSeconds(60), now.plusSeconds(3600)).authority("issuer", issuer);
        PostQuantumPair pair = PostQuantumPair.make(
                kind, subject, now.minusSeconds(60), now.plusSeconds(3600), authority.certificate(), authority.key());
        Pki.pem(files.resolve("pq.pem"), "CERTIFICATE", pair.certificate().array());
        Pki.pem(files.resolve("pq.key.pem"), "PRIVATE KEY", pair.privateKey().array());
        return files;
    }
}
