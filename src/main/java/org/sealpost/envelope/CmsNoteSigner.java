package org.sealpost.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.sealpost.submission.Bytes;

/** With the key that signs every submission: {@code multipart/signed}, the signature detached, ECDSA P-384 and SHA-384. */
public final class CmsNoteSigner implements NoteSigner {
    private static final Pattern ASCII = Pattern.compile("[\\n\\x20-\\x7e]*");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\r\n".getBytes(StandardCharsets.US_ASCII));

    private final GatewayIdentity gateway;

    public CmsNoteSigner(GatewayIdentity gateway) {
        this.gateway = gateway;
    }

    @Override
    public Bytes sign(String text, Instant at) {
        if (!ASCII.matcher(text).matches()) {
            throw new IllegalArgumentException("a note is printable ASCII");
        }
        String part = "Content-Type: text/plain; charset=us-ascii\r\n\r\n" + text.replace("\n", "\r\n");
        Bytes signed = Bytes.of(part.getBytes(StandardCharsets.US_ASCII));
        Attributes attributes =
                new Attributes(Map.of(Names.SIGNING_TIME, ContextAttribute.time(at.truncatedTo(ChronoUnit.SECONDS))));
        byte[] signature = SignedMessage.sign(Names.DATA, signed, attributes, gateway.key())
                .encodeDetached();
        String boundary = "sealpost-" + Bytes.of(signature).sha256();
        String message = "MIME-Version: 1.0\r\n"
                + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=\"sha-384\";\r\n"
                + " boundary=\"" + boundary + "\"\r\n\r\n"
                + "--" + boundary + "\r\n" + part + "\r\n--" + boundary + "\r\n"
                + "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"smime.p7s\"\r\n\r\n"
                + LINES.encodeToString(signature) + "\r\n--" + boundary + "--\r\n";
        return Bytes.of(message.getBytes(StandardCharsets.US_ASCII));
    }
}
