package org.sealpost.reading.structure.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.james.mime4j.dom.Entity;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Aside;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Heading;
import org.sealpost.reading.document.Element.Line;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.text.HtmlReader;
import org.sealpost.reading.structure.text.PlainTextReader;
import org.sealpost.submission.Sha256;

/** A text that a message shows as its own, plain or HTML; the latter parsed once. */
final class OwnText {
    private final String text;
    /** Of HTML; empty for plain text. */
    private final Optional<List<Element>> elements;

    private OwnText(String text, Optional<List<Element>> elements) {
        this.text = text;
        this.elements = elements;
    }

    static boolean is(Entity entity) {
        String type = entity.getMimeType();
        boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType()) || entity.getFilename() != null;
        return !attached && (type.equalsIgnoreCase("text/plain") || isHtml(entity));
    }

    static boolean isHtml(Entity entity) {
        return entity.getMimeType().equalsIgnoreCase("text/html");
    }

    /** @param bytes the part's, decoded from its transfer encoding */
    static OwnText of(Entity entity, byte[] bytes, Contents contents) throws Exception {
        String text = decoded(entity, bytes);
        // The part's own charset counts, whatever the HTML says of itself.
        return new OwnText(
                text,
                isHtml(entity)
                        ? Optional.of(HtmlReader.elements(
                                text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name(), contents))
                        : Optional.empty());
    }

    boolean isBlank() {
        return elements.map(List::isEmpty).orElseGet(text::isBlank);
    }

    boolean hasTable() {
        return MessageTexts.hasTable(elements.orElse(List.of()));
    }

    void addTo(Contents contents) throws Exception {
        if (elements.isPresent()) {
            contents.addAll(elements.get());
        } else {
            PlainTextReader.lines(text.stripTrailing(), contents);
        }
    }

    /** Of everything it says, answers in fields among it. Empty where it says nothing. */
    Optional<Sha256> digest() {
        StringBuilder said = new StringBuilder();
        elements.ifPresentOrElse(
                all -> all.forEach(
                        element -> say(element, line -> said.append(line).append('\n'))),
                () -> said.append(text));
        return digest(said.toString());
    }

    /** Without what a relay may change: the ends of lines, and blanks there. */
    static Optional<Sha256> digest(String text) {
        StringBuilder normal = new StringBuilder();
        for (String line : text.split("\\R")) {
            normal.append(line.stripTrailing()).append('\n');
        }
        String said = normal.toString().strip();
        return said.isEmpty() ? Optional.empty() : Optional.of(Sha256.of(said.getBytes(StandardCharsets.UTF_8)));
    }

    private static void say(Element element, Consumer<String> line) {
        if (element instanceof Line of) {
            line.accept(of.text());
        } else if (element instanceof Heading of) {
            line.accept(of.text());
        } else if (element instanceof Field of) {
            line.accept(of.name() + "=" + of.value());
        } else if (element instanceof Aside of) {
            line.accept(of.label() + "=" + of.text());
        } else if (element instanceof Table of) {
            of.rows().forEach(row -> row.cells().forEach(cell -> {
                line.accept(cell.text());
                cell.fields().forEach(field -> say(field, line));
            }));
        }
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
}
