package org.sealpost.reading.structure.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * The messages that lie in a message, byte for byte as they stand there: written out again by a library, their bytes and
 * so their digest would be others.
 */
final class ForwardedMessages {
    private ForwardedMessages() {}

    /** @param outer what the library made of {@code bytes} */
    static Map<Entity, byte[]> of(Message outer, byte[] bytes, MimeConfig bounds) throws IOException, MimeException {
        List<Entity> entities = new ArrayList<>();
        collect(outer, entities);
        Map<Entity, byte[]> all = new IdentityHashMap<>();
        if (entities.isEmpty()) {
            return all;
        }
        List<byte[]> raw = raw(bytes, bounds);
        if (raw.size() != entities.size()) {
            throw new MimeException("two ways of reading one message disagree");
        }
        for (int i = 0; i < raw.size(); i++) {
            all.put(entities.get(i), raw.get(i));
        }
        return all;
    }

    private static void collect(Entity entity, List<Entity> into) {
        if (entity.getBody() instanceof Multipart multipart) {
            multipart.getBodyParts().forEach(part -> collect(part, into));
        } else if (entity.getBody() instanceof Message) {
            into.add(entity);
        }
    }

    private static List<byte[]> raw(byte[] bytes, MimeConfig bounds) throws IOException, MimeException {
        MimeTokenStream tokens = new MimeTokenStream(bounds);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(bytes));
        List<byte[]> raw = new ArrayList<>();
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            if (state == EntityState.T_BODY
                    && tokens.getBodyDescriptor().getMimeType().equalsIgnoreCase("message/rfc822")) {
                raw.add(tokens.getDecodedInputStream().readAllBytes());
            }
        }
        return raw;
    }
}
