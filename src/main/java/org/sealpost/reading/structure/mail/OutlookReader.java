package org.sealpost.reading.structure.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.Chunk;
import org.apache.poi.hsmf.datatypes.DirectoryChunk;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.container.OleInners;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;

/** Outlook's messages ([MS-OXMSG]): sender, subject and date as fields, then the text; attachments are parts. */
public final class OutlookReader implements FormatReader {
    private static final int SENDER_SMTP_ADDRESS = 0x5D01;

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("application/vnd.ms-outlook");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(part.bytes()));
                MAPIMessage message = new MAPIMessage(ole.getRoot())) {
            message.setReturnNullOnMissingChunk(true);
            if (message.has7BitEncodingStrings()) {
                message.guess7BitEncoding();
            }
            cover(message, contents);
            contents.addAll(MessageTexts.chosen(
                    message.getTextBody(), bytes(message.getHtmlBody()), rtf(message.getRtfBody()), contents));
            for (AttachmentChunks attachment : message.getAttachmentFiles()) {
                attachment(attachment, contents);
            }
        }
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] rtf(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void cover(MAPIMessage message, Contents contents) throws Exception {
        add("from-name", message.getDisplayFrom(), contents);
        add("from-address", address(message), contents);
        add("subject", message.getSubject(), contents);
        Calendar date = message.getMessageDate();
        if (date != null) {
            contents.add(Field.of("date", "", date.toInstant().toString(), Kind.DATE, Method.SENDER));
        }
    }

    private static void add(String name, @Nullable String value, Contents contents) throws NotReadException {
        String bare = value == null ? "" : value.replace("\0", "").strip();
        if (!bare.isEmpty()) {
            contents.add(Field.of(name, "", bare, Kind.TEXT, Method.SENDER));
        }
    }

    /** Inside one organisation the sender's own address may be no Internet address at all. */
    private static @Nullable String address(MAPIMessage message) {
        for (Map.Entry<MAPIProperty, List<Chunk>> one :
                message.getMainChunks().getAll().entrySet()) {
            boolean smtp =
                    one.getKey().id == SENDER_SMTP_ADDRESS && !one.getValue().isEmpty();
            if (smtp && one.getValue().get(0) instanceof StringChunk text) {
                return text.getValue();
            }
        }
        StringChunk from = message.getMainChunks().getEmailFromChunk();
        return from != null && from.getValue().contains("@") ? from.getValue() : null;
    }

    private static void attachment(AttachmentChunks attachment, Contents contents) throws NotReadException {
        String name = first(
                attachment.getAttachLongFileName(), attachment.getAttachFileName(), attachment.getAttachDisplayName());
        DirectoryChunk directory = attachment.getAttachmentDirectory();
        if (directory != null) {
            DirectoryNode node = directory.getDirectory();
            contents.inner(name, "", () -> OleInners.message(node, contents));
        } else {
            contents.inner(name, first(attachment.getAttachMimeTag()), () -> {
                if (attachment.getAttachData() == null) {
                    throw NotReadException.opaque("reading-failed", "One of its parts is damaged.");
                }
                return contents.unpack(
                        new ByteArrayInputStream(attachment.getAttachData().getValue()));
            });
        }
    }

    private static String first(@Nullable StringChunk... chunks) {
        for (StringChunk chunk : chunks) {
            if (chunk != null && chunk.getValue() != null && !chunk.getValue().isBlank()) {
                return chunk.getValue().replace("\0", "").strip();
            }
        }
        return "";
    }
}
