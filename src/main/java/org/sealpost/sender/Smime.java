package org.sealpost.sender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Doubt;

/**
 * S/MIME (RFC 8551) around a whole letter: clear-signed and opaque signatures, mail that is sealed to the gateway, and these around
 * each other. Everything stays in memory. Safe to share between threads.
 */
final class Smime {
    /** Signed, sealed and signed again is what clients make at the most. */
    private static final int MOST_LAYERS = 4;

    private final MailOpener opener;

    Smime(Optional<MailKey> mailKey) {
        this.opener = new MailOpener(mailKey);
    }

    /** What the signatures of a letter are worth. */
    enum Signature {
        NONE,
        STRANGER,
        GOOD,
        FALSE;

        /** One that does not fit spoils all; else one that counts is enough. */
        Signature and(Signature other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** @param opened what is inside, where layers that hide it were taken off */
    record Seen(Signature signature, Optional<Bytes> opened) {
        Optional<Doubt> doubt(boolean required) {
            if (signature == Signature.FALSE) {
                return Optional.of(Doubt.SMIME_FALSE);
            }
            if (!required || signature == Signature.GOOD) {
                return Optional.empty();
            }
            return Optional.of(signature == Signature.STRANGER ? Doubt.SMIME_STRANGER : Doubt.SMIME_MISSING);
        }
    }

    Seen look(Bytes untrustedLetter, String author, Signers signers) {
        Signature signature = Signature.NONE;
        Bytes entity = untrustedLetter;
        boolean hidden = false;
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            Layer next;
            try {
                next = layer(Entity.parse(entity), author, signers);
            } catch (IOException | MimeException | CMSException | RuntimeException e) {
                // Not to be understood: no signature that counts, and nothing is opened.
                break;
            }
            if (next.inside().isEmpty()) {
                break;
            }
            signature = signature.and(next.signature());
            entity = next.inside().get();
            hidden |= next.hides();
        }
        return new Seen(signature, hidden ? Optional.of(entity) : Optional.empty());
    }

    /** @param hides whether what is inside is not readable without taking the layer off */
    private record Layer(Signature signature, Optional<Bytes> inside, boolean hides) {
        private static final Layer NO_MORE = new Layer(Signature.NONE, Optional.empty(), false);
    }

    private Layer layer(Entity entity, String author, Signers signers) throws IOException, MimeException, CMSException {
        if (entity.isSigned()) {
            Bytes content = canonical(entity.parts().get(0));
            byte[] cms = Entity.parse(entity.parts().get(1)).content().array();
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content.array()), cms);
            Signature worth = new MailSignature(signed).worth(author, signers);
            return new Layer(worth, Optional.of(entity.parts().get(0)), false);
        }
        if (!entity.isCms()) {
            return Layer.NO_MORE;
        }
        byte[] cms = entity.content().array();
        ASN1ObjectIdentifier type = ContentInfo.getInstance(cms).getContentType();
        if (CMSObjectIdentifiers.signedData.equals(type)) {
            CMSSignedData signed = new CMSSignedData(cms);
            if (!(signed.getSignedContent() instanceof CMSProcessableByteArray content)) {
                return Layer.NO_MORE;
            }
            Bytes inside = Bytes.of((byte[]) content.getContent());
            return new Layer(new MailSignature(signed).worth(author, signers), Optional.of(inside), true);
        }
        return new Layer(Signature.NONE, opener.opened(type, cms), true);
    }

    /** RFC 8551, section 3.1.1: lines of what is signed end with CR and LF. */
    private static Bytes canonical(Bytes part) {
        byte[] bytes = part.array();
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 64);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
                out.write('\r');
            }
            out.write(bytes[i]);
        }
        return Bytes.of(out.toByteArray());
    }
}
