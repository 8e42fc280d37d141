package org.sealpost.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Sha256;
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
            return "file/" + hmac(key(arrival.partner()), text(file, arrival));
        }
        return "upload/" + ((Source.Upload) arrival.source()).id();
    }

    /** The partner's key in hexadecimal. */
    String shownKey(PartnerId partner) {
        return HexFormat.of().formatHex(key(partner));
    }

    private static String text(Source.File file, Arrival arrival) {
        return file.path() + "\n" + arrival.originals().get(0).content().sha256();
    }

    private byte[] key(PartnerId partner) {
        return hmac(salt.array(), "reconciliation " + partner).bytes();
    }

    private static Sha256 hmac(byte[] key, String text) {
        return Sha256.hmac(key, text.getBytes(UTF_8));
    }
}
