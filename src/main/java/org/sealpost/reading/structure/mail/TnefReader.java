package org.sealpost.reading.structure.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;

/** {@code winmail.dat} ([MS-OXTNEF]): the text that Outlook wrapped, and the files with it as parts. */
public final class TnefReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("application/vnd.ms-tnef") || mediaType.equals("application/ms-tnef");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(part.bytes()));
        contents.addAll(MessageTexts.chosen(
                string(message.getMessageMAPIAttribute(MAPIProperty.BODY)),
                bytes(message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML)),
                rtf(message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED)),
                contents));
        for (Attachment attachment : message.getAttachments()) {
            String name =
                    attachment.getLongFilename() == null ? attachment.getFilename() : attachment.getLongFilename();
            contents.inner(
                    name == null ? "" : name,
                    "",
                    () -> contents.unpack(new ByteArrayInputStream(attachment.getContents())));
        }
        if (contents.elements().isEmpty() && contents.inners().isEmpty()) {
            throw NotReadException.opaque("no-text", "There is no text in it.");
        }
    }

    private static @Nullable String string(@Nullable MAPIAttribute attribute) {
        return attribute instanceof MAPIStringAttribute text ? text.getDataString() : null;
    }

    private static byte @Nullable [] bytes(@Nullable MAPIAttribute attribute) {
        return attribute == null ? null : attribute.getData();
    }

    private static byte @Nullable [] rtf(@Nullable MAPIAttribute attribute) {
        return attribute instanceof MAPIRtfAttribute rich
                ? rich.getDataString().getBytes(StandardCharsets.ISO_8859_1)
                : null;
    }
}
