package org.sealpost.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Source;

/**
 * Where an arrival came from, so that its partner finds it in its own records and nobody else learns anything: a file stands as
 * {@code file/} and HMAC-SHA256 of its path, a line feed and the SHA-256 of its bytes in hexadecimal, under a key that only
 * this partner's certificates show; a letter as {@code imap/UIDVALIDITY/UID}, an upload as {@code upload/ID}.
 */
final class Traces {
    private final Bytes salt;

    /** @param salt the secret that the keys of all partners are made from */
    Traces(Bytes salt) {
        this.salt = salt;
    }

    String of(Arrival arrival) {
        if (arrival.source() instanceof Source.Letter letter) {
            return "imap/" + letter.uidValidity() + "/" + letter.uid();
        }
        if (arrival.source() instanceof Source.File file) {
            return "file/" + hex(hmac(key(arrival.partner()), text(file, arrival)));
        }
        return "upload/" + ((Source.Upload) arrival.source()).id();
    }

    /** The partner's key in hexadecimal. */
    String shownKey(PartnerId partner) {
        return hex(key(partner));
    }

    private static String text(Source.File file, Arrival arrival) {
        return file.path() + "\n" + arrival.originals().get(0).content().sha256();
    }

    private byte[] key(PartnerId partner) {
        return hmac(salt.array(), "reconciliation " + partner);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
