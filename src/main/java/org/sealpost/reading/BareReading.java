package org.sealpost.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Locked;
import org.sealpost.submission.Sha256;

/** A reading of which nothing was understood: the submission itself and the list of everything that arrived. */
public final class BareReading {
    /** No reading has more bytes. */
    public static final int LARGEST = 4 << 20;

    /** The names that people give files are whole up to the first; the others are for thousands of parts. */
    private static final int[] LONGEST_WORDS = {400, 40, 0};

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private BareReading() {}

    /**
     * Of {@link #LARGEST} bytes at most.
     *
     * @param why a code, a colon and a sentence: why the parts that were read could not be understood; they are listed
     *     as opaque
     */
    public static Reading of(Cover cover, List<Document> documents, List<Sha256> substance, String why) {
        List<Document> unread = documents.stream().map(d -> unread(d, why)).toList();
        byte[] json = new byte[0];
        for (int longest : LONGEST_WORDS) {
            json = json(cover, unread, longest);
            if (json.length <= LARGEST) {
                break;
            }
        }
        return new Reading(Bytes.of(json), false, substance, documents.size(), documents.size(), anyLocked(documents));
    }

    /** Whether one of them was not read because it is locked with a password or encrypted. */
    public static boolean anyLocked(List<Document> documents) {
        return documents.stream().anyMatch(d -> d.reason().startsWith(Locked.CODE + ":"));
    }

    private static Document unread(Document document, String why) {
        return document.disposition() != Disposition.READ
                ? document
                : new Document(
                        document.name(),
                        document.partOf(),
                        document.mediaType(),
                        document.size(),
                        document.sha256(),
                        Disposition.OPAQUE,
                        why,
                        List.of());
    }

    private static byte[] json(Cover cover, List<Document> documents, int longest) {
        ObjectNode root = NODES.objectNode();
        ObjectNode submission = submission(cover);
        ObjectNode data = root.putObject("data")
                .put("type", "incident")
                .put("id", cover.id().toString());
        data.putObject("attributes");
        data.putObject("relationships")
                .putObject("submission")
                .putArray("data")
                .addObject()
                .put("type", "submission")
                .put("id", cover.id().toString());
        root.putArray("included").add(submission);
        ObjectNode meta = root.putObject("meta");
        meta.putArray("evidence");
        ArrayNode parts = meta.putArray("documents");
        documents.forEach(document -> parts.add(part(document, longest)));
        meta.putNull("form");
        if (documents.stream().anyMatch(d -> isCut(d, longest))) {
            meta.put("truncated", true);
        }
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can be written", e);
        }
    }

    /** The {@code submission} entity. */
    public static ObjectNode submission(Cover cover) {
        String id = cover.id().toString();
        ObjectNode resource = NODES.objectNode().put("type", "submission").put("id", id);
        resource.putObject("attributes")
                .put("submissionId", id)
                .put("customerReferenceNumber", cover.reference().toString())
                .put("submitTime", cover.submittedAt().toString())
                .put("category", "partner-intelligence")
                .put("channel", cover.channel().word())
                .put("partner", cover.partner().toString())
                .put("marking", cover.marking().words());
        return resource;
    }

    /**
     * An entry of {@code meta.documents}.
     *
     * @param longest how many characters of the name at most
     */
    public static ObjectNode part(Document document, int longest) {
        ObjectNode part = NODES.objectNode();
        String name = start(document.name(), longest);
        if (!name.isEmpty()) {
            part.put("name", name);
        }
        part.put("mediaType", start(document.mediaType(), 200));
        if (!document.sha256().isEmpty()) {
            part.put("size", document.size()).put("sha256", document.sha256());
        }
        part.put("disposition", document.disposition().name().toLowerCase(Locale.ROOT));
        if (!document.reason().isEmpty()) {
            part.put("reason", start(document.reason(), 400));
        }
        return part;
    }

    /** Whether {@link #part} leaves something of the name out. */
    public static boolean isCut(Document document, int longest) {
        return document.name().length() > longest;
    }

    private static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean splits = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, splits ? most - 1 : most);
    }
}
