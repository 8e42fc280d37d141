package org.sealpost.envelope;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Every object identifier and algorithm of the profile; there are no others. See {@code docs/design/envelope.md}. */
final class Names {
    /** Sealpost's own arc, from a UUID (ITU-T X.667): 6b1f0c52-8f3e-4d0a-9a57-2c1e5d7f4b83. */
    static final ASN1ObjectIdentifier ARC = new ASN1ObjectIdentifier("2.25.142388606681556821669989050723818490755");

    static final ASN1ObjectIdentifier SUBMISSION = ARC.branch("1");
    static final ASN1ObjectIdentifier CONTEXT = ARC.branch("2");
    static final ASN1ObjectIdentifier OUTCOME = ARC.branch("3");
    static final ASN1ObjectIdentifier CHECKPOINT = ARC.branch("4");
    static final ASN1ObjectIdentifier ENVELOPE_DIGEST = ARC.branch("5");
    static final ASN1ObjectIdentifier RESEND_REQUEST = ARC.branch("6");

    /** The source of a submission, sealed by itself: never to be taken for one. */
    static final ASN1ObjectIdentifier SOURCE = ARC.branch("7");

    /** Where the receipt request says receipts go: to nobody by mail; they return on the force's receipt queue. */
    static final String RECEIPTS_TO = "urn:uuid:6b1f0c52-8f3e-4d0a-9a57-2c1e5d7f4b83";

    static final ASN1ObjectIdentifier DATA = PKCSObjectIdentifiers.data;
    static final ASN1ObjectIdentifier RECEIPT = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.1.1");
    static final ASN1ObjectIdentifier CONTENT_TYPE = PKCSObjectIdentifiers.pkcs_9_at_contentType;
    static final ASN1ObjectIdentifier MESSAGE_DIGEST = PKCSObjectIdentifiers.pkcs_9_at_messageDigest;
    static final ASN1ObjectIdentifier SIGNING_TIME = PKCSObjectIdentifiers.pkcs_9_at_signingTime;
    static final ASN1ObjectIdentifier SIGNING_CERTIFICATE = PKCSObjectIdentifiers.id_aa_signingCertificateV2;
    static final ASN1ObjectIdentifier RECEIPT_REQUEST = PKCSObjectIdentifiers.id_aa_receiptRequest;
    static final ASN1ObjectIdentifier MSG_SIG_DIGEST = PKCSObjectIdentifiers.id_aa_msgSigDigest;

    static final AlgorithmIdentifier SHA384 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha384);
    static final AlgorithmIdentifier ECDSA_SHA384 = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384);
    static final AlgorithmIdentifier EC_PUBLIC_KEY = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey);
    static final AlgorithmIdentifier AES256_WRAP = new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap);
    static final AlgorithmIdentifier ECDH_SHA384_WRAP =
            new AlgorithmIdentifier(SECObjectIdentifiers.dhSinglePass_stdDH_sha384kdf_scheme, AES256_WRAP);
    static final AlgorithmIdentifier SHA512 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512);
    static final AlgorithmIdentifier ML_DSA_65 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65);
    static final AlgorithmIdentifier ML_KEM_1024 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_1024);
    static final AlgorithmIdentifier HKDF_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);
    static final ASN1ObjectIdentifier KEM_RECIPIENT = CMSObjectIdentifiers.id_ori_kem;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private Names() {}

    static AlgorithmIdentifier aes256Gcm(byte[] nonce) {
        ASN1Encodable parameters = new GCMParameters(nonce, TAG_BYTES);
        return new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_GCM, parameters);
    }
}
