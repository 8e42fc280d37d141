package org.sealpost.reading.structure;

import java.io.ByteArrayInputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;

/**
 * Signed and locked mail (RFC 5652, RFC 8551): what a signature goes round is a part. Whose signature it is, and whether
 * it is good, is not looked at here.
 */
final class SignedReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.matches("application/(x-)?pkcs7-(mime|signature).*");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        ASN1ObjectIdentifier type = ContentInfo.getInstance(part.bytes()).getContentType();
        if (!type.equals(CMSObjectIdentifiers.signedData)) {
            boolean locked = type.equals(CMSObjectIdentifiers.envelopedData)
                    || type.equals(CMSObjectIdentifiers.authEnvelopedData)
                    || type.equals(CMSObjectIdentifiers.encryptedData);
            throw locked
                    ? NotReadException.opaque("encrypted", "It is locked for somebody's key.")
                    : NotReadException.opaque("format-not-read", "Its format is not one that is read.");
        }
        CMSTypedData content = new CMSSignedData(part.bytes()).getSignedContent();
        if (content == null || !(content.getContent() instanceof byte[] bytes)) {
            throw NotReadException.opaque("no-text", "It is a signature only.");
        }
        contents.inner("signed.eml", "message/rfc822", () -> contents.unpack(new ByteArrayInputStream(bytes)));
    }
}
