package org.sealpost.reading.structure.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Element.Line;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.text.PlainTextReader;
import org.sealpost.reading.structure.text.TikaReader;
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
            cover(message, contents);
            Map<Entity, byte[]> forwarded = ForwardedMessages.of(message, part.bytes(), BOUNDS);
            new Walk(contents, forwarded, substance).entity(message, 0);
            contents.whole();
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

    private record Walk(Contents contents, Map<Entity, byte[]> forwarded, List<Sha256> substance) {
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
            } else if (isOwnText(entity)) {
                byte[] bytes = bytes(entity, contents);
                text(entity, bytes, contents);
                digest(plain(entity, bytes, contents), substance);
            } else {
                attachment(entity);
            }
        }

        /** One text of several is read and one counts; what else lies among them is walked. */
        private void alternatives(Multipart multipart, int depth) throws Exception {
            Entity plain = null;
            Entity html = null;
            for (Entity inner : multipart.getBodyParts()) {
                if (isOwnText(inner) && isHtml(inner)) {
                    html = html == null ? inner : html;
                } else if (isOwnText(inner)) {
                    plain = plain == null ? inner : plain;
                }
            }
            byte[] plainBytes = plain == null ? new byte[0] : bytes(plain, contents);
            byte[] htmlBytes = html == null ? new byte[0] : bytes(html, contents);
            boolean plainSays = plain != null && !decoded(plain, plainBytes).isBlank();
            if (html != null && (!plainSays || hasTable(htmlBytes, contents))) {
                text(html, htmlBytes, contents);
            } else if (plain != null) {
                text(plain, plainBytes, contents);
            }
            if (plain != null && plainSays) {
                digest(decoded(plain, plainBytes), substance);
            } else if (html != null) {
                digest(plain(html, htmlBytes, contents), substance);
            }
            for (Entity inner : multipart.getBodyParts()) {
                if (inner != plain && inner != html) {
                    entity(inner, depth + 1);
                }
            }
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

    private static boolean isOwnText(Entity entity) {
        String type = entity.getMimeType();
        boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType()) || entity.getFilename() != null;
        return !attached && (type.equalsIgnoreCase("text/plain") || isHtml(entity));
    }

    private static boolean isHtml(Entity entity) {
        return entity.getMimeType().equalsIgnoreCase("text/html");
    }

    private static void text(Entity entity, byte[] bytes, Contents contents) throws Exception {
        if (isHtml(entity)) {
            contents.addAll(TikaReader.html(decoded(entity, bytes).getBytes(StandardCharsets.UTF_8), contents));
        } else {
            PlainTextReader.lines(decoded(entity, bytes).stripTrailing(), contents);
        }
    }

    private static boolean hasTable(byte[] html, Contents contents) throws Exception {
        return TikaReader.html(html, contents).stream()
                .anyMatch(e -> e instanceof Table table
                        && table.rows().size() > 1
                        && table.rows().stream().anyMatch(r -> r.cells().size() > 1));
    }

    /** The text of HTML, or the text itself. */
    private static String plain(Entity entity, byte[] bytes, Contents contents) throws Exception {
        if (!isHtml(entity)) {
            return decoded(entity, bytes);
        }
        StringBuilder text = new StringBuilder();
        for (Element element : TikaReader.html(bytes, contents)) {
            if (element instanceof Line line) {
                text.append(line.text()).append('\n');
            } else if (element instanceof Element.Heading heading) {
                text.append(heading.text()).append('\n');
            } else if (element instanceof Table table) {
                table.rows().forEach(r -> r.cells()
                        .forEach(c -> text.append(c.text()).append('\n')));
            }
        }
        return text.toString();
    }

    private static String decoded(Entity entity, byte[] bytes) {
        String charset = entity.getCharset();
        boolean said = entity.getHeader().getField("Content-Type") != null
                && charset != null
                && !charset.toLowerCase(Locale.ROOT).equals("us-ascii");
        return said
                ? new String(bytes, PlainTextReader.named(Objects.requireNonNull(charset)))
                : PlainTextReader.decode(bytes);
    }

    /** Without what a relay may change: the ends of lines, and blanks there. */
    private static void digest(String text, List<Sha256> substance) {
        StringBuilder normal = new StringBuilder();
        for (String line : text.split("\\R")) {
            normal.append(line.stripTrailing()).append('\n');
        }
        String said = normal.toString().strip();
        if (!said.isEmpty()) {
            substance.add(Sha256.of(said.getBytes(StandardCharsets.UTF_8)));
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
