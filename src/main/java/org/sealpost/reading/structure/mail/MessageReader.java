package org.sealpost.reading.structure.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.submission.Sha256;

/**
 * E-mail (RFC 5322, MIME): who sent it, its subject and date as fields, its own text as lines, and every attachment as a
 * part, inline pictures and forwarded messages among them. Of alternative texts one is read: HTML where it holds a table,
 * otherwise the plain one.
 */
public final class MessageReader implements FormatReader {
    private static final int DEEPEST = 20;
    private static final int LONGEST_SUBJECT = 100;

    private static final MimeConfig BOUNDS = new MimeConfig.Builder()
            .setMaxHeaderCount(1_000)
            .setMaxHeaderLen(100_000)
            .setMaxLineLen(-1)
            .build();

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("message/rfc822");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(BOUNDS);
        Message message = builder.parseMessage(new ByteArrayInputStream(part.bytes()));
        try {
            List<Sha256> substance = new ArrayList<>();
            List<Sha256> texts = new ArrayList<>();
            cover(message, contents);
            if (message.getSubject() != null) {
                OwnText.digest(message.getSubject()).ifPresent(texts::add);
            }
            Map<Entity, byte[]> forwarded = ForwardedMessages.of(message, part.bytes(), BOUNDS);
            new Walk(contents, forwarded, texts, substance).entity(message, 0);
            contents.whole();
            if (!texts.isEmpty()) {
                substance.add(Sha256.of(texts.stream().map(Sha256::bytes).toArray(byte[][]::new)));
            }
            contents.substance(substance.isEmpty() ? List.of(Sha256.of(part.bytes())) : substance);
        } finally {
            message.dispose();
        }
    }

    private static void cover(Message message, Contents contents) throws NotReadException {
        if (message.getFrom() != null && !message.getFrom().isEmpty()) {
            Mailbox from = message.getFrom().get(0);
            if (from.getName() != null) {
                contents.add(field("from-name", from.getName(), Kind.TEXT));
            }
            contents.add(field("from-address", from.getAddress(), Kind.TEXT));
        }
        if (message.getSubject() != null) {
            contents.add(field("subject", message.getSubject(), Kind.TEXT));
        }
        if (message.getDate() != null) {
            contents.add(field("date", message.getDate().toInstant().toString(), Kind.DATE));
        }
    }

    private static Field field(String name, String value, Kind kind) {
        return new Field(name, "", "", value.strip(), kind, Method.SENDER, Place.NOWHERE);
    }

    /** @param texts digests of all that it says itself */
    private record Walk(Contents contents, Map<Entity, byte[]> forwarded, List<Sha256> texts, List<Sha256> substance) {
        void entity(Entity entity, int depth) throws Exception {
            if (depth > DEEPEST) {
                throw NotReadException.refused(
                        "nested-too-deep", "Its parts lie deeper inside each other than the limit.");
            }
            Body body = entity.getBody();
            if (body instanceof Multipart multipart) {
                if ("alternative".equalsIgnoreCase(multipart.getSubType())) {
                    alternatives(multipart, depth);
                } else {
                    for (Entity inner : multipart.getBodyParts()) {
                        entity(inner, depth + 1);
                    }
                }
            } else if (OwnText.is(entity)) {
                OwnText text = text(entity);
                text.addTo(contents);
                text.digest().ifPresent(texts::add);
            } else {
                attachment(entity);
            }
        }

        /** One text of several is read, and all count; what else lies among them is walked. */
        private void alternatives(Multipart multipart, int depth) throws Exception {
            Entity plain = null;
            Entity html = null;
            for (Entity inner : multipart.getBodyParts()) {
                if (OwnText.is(inner) && OwnText.isHtml(inner)) {
                    html = html == null ? inner : html;
                } else if (OwnText.is(inner)) {
                    plain = plain == null ? inner : plain;
                }
            }
            Optional<OwnText> simple = plain == null ? Optional.empty() : Optional.of(text(plain));
            Optional<OwnText> rich = html == null ? Optional.empty() : Optional.of(text(html));
            Optional<OwnText> fuller = rich.filter(
                    r -> r.hasTable() || simple.map(OwnText::isBlank).orElse(true));
            Optional<OwnText> read = fuller.or(() -> simple);
            if (read.isPresent()) {
                read.get().addTo(contents);
            }
            // A form may stand in the one alone, beside a standing sentence in the other.
            simple.flatMap(OwnText::digest).ifPresent(texts::add);
            rich.flatMap(OwnText::digest).ifPresent(texts::add);
            for (Entity inner : multipart.getBodyParts()) {
                if (inner != plain && inner != html) {
                    entity(inner, depth + 1);
                }
            }
        }

        private OwnText text(Entity entity) throws Exception {
            return OwnText.of(entity, bytes(entity, contents), contents);
        }

        private void attachment(Entity entity) throws NotReadException {
            byte[] bytes = contents.inner(name(entity), entity.getMimeType(), () -> {
                byte[] message = forwarded.get(entity);
                return message == null
                        ? MessageReader.bytes(entity, contents)
                        : contents.unpack(new ByteArrayInputStream(message));
            });
            if (bytes != null) {
                substance.add(Sha256.of(bytes));
            }
        }
    }

    /** As it is called; a forwarded message after its subject. */
    private static String name(Entity entity) {
        String name = entity.getFilename();
        if (name != null) {
            return name;
        }
        if (!(entity.getBody() instanceof Message message)) {
            return "";
        }
        String subject = message.getSubject();
        String bare = subject == null
                ? ""
                : subject.replaceAll("[\\p{Cntrl}/\\\\:]+", " ").strip();
        return (bare.isEmpty() ? "message" : bare.substring(0, Math.min(bare.length(), LONGEST_SUBJECT))) + ".eml";
    }

    private static byte[] bytes(Entity entity, Contents contents) throws IOException, NotReadException {
        Body body = entity.getBody();
        if (body instanceof SingleBody single) {
            return contents.unpack(single.getInputStream());
        }
        return nothing(body);
    }

    private static byte[] nothing(@Nullable Body body) throws NotReadException {
        if (body == null) {
            return new byte[0];
        }
        throw NotReadException.opaque("reading-failed", "One of its parts is damaged.");
    }
}
