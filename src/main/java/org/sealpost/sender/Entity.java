package org.sealpost.sender;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.sealpost.submission.Bytes;

/**
 * A MIME entity (RFC 2045) as far as S/MIME looks into it.
 *
 * @param type its media type in lower case
 * @param parts of a multipart, each with its header and its very bytes, without the line end before the delimiter
 * @param content of anything else, its transfer encoding undone
 */
record Entity(String type, List<Bytes> parts, Bytes content) {
    private static final MimeConfig LENIENT = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxContentLen(-1)
            .build();

    /** @throws MimeException where it is too malformed */
    static Entity parse(Bytes untrusted) throws IOException, MimeException {
        MimeTokenStream tokens = new MimeTokenStream(LENIENT);
        tokens.setRecursionMode(RecursionMode.M_RAW);
        tokens.parse(untrusted.stream());
        String type = "";
        List<Bytes> parts = new ArrayList<>();
        Bytes content = Bytes.of(new byte[0]);
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            if (state == EntityState.T_START_MULTIPART || state == EntityState.T_BODY) {
                type = tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
            }
            if (state == EntityState.T_BODY) {
                content = Bytes.of(tokens.getDecodedInputStream().readAllBytes());
            } else if (state == EntityState.T_RAW_ENTITY) {
                parts.add(Bytes.of(tokens.getInputStream().readAllBytes()));
            }
        }
        return new Entity(type, List.copyOf(parts), content);
    }

    boolean isCms() {
        return type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime");
    }

    boolean isSigned() {
        return type.equals("multipart/signed") && parts.size() == 2;
    }
}
