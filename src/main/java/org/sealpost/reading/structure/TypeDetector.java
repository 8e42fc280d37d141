package org.sealpost.reading.structure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.sealpost.reading.structure.container.InMemoryZip;
import org.sealpost.reading.structure.office.OfficeTypes;

/**
 * What a part is, from its bytes. Its name and claimed type only decide between kinds of plain text. Tika's own container
 * detectors would write to temporary files; the two kinds of container that matter are looked into in memory here.
 */
final class TypeDetector {
    private static final String MESSAGE = "message/rfc822";
    private static final Pattern FLAT =
            Pattern.compile("office:mimetype=[\"']application/vnd\\.oasis\\.opendocument\\.(text|spreadsheet)\\b");
    private static final int LONGEST_TYPES = 1 << 18;
    private static final Pattern HEADER =
            Pattern.compile("\\A(?:From |[!-9;-~]{1,70}:)[^\\n]*\\n(?:[!-9;-~]{1,70}:|[ \\t])");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    String detect(String name, String declaredType, byte[] bytes) {
        try {
            String type = byMagic(name, bytes);
            if (type.equals("application/zip") || type.equals("application/x-tika-ooxml")) {
                return insideZip(bytes);
            }
            if (type.equals("application/x-tika-msoffice")) {
                return insideOle(bytes);
            }
            if (type.endsWith("/xml") || type.startsWith("application/vnd.oasis.opendocument.")) {
                return flat(type, bytes);
            }
            return looksLikeMessage(type, name, declaredType, bytes) ? MESSAGE : type;
        } catch (IOException | RuntimeException e) {
            return "application/octet-stream";
        }
    }

    private String byMagic(String name, byte[] bytes) throws IOException {
        Metadata metadata = new Metadata();
        String bare = types.detect(new ByteArrayInputStream(bytes), metadata).toString();
        if (!bare.startsWith("text/plain")) {
            return bare;
        }
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        String named = types.detect(new ByteArrayInputStream(bytes), metadata).toString();
        return named.startsWith("text/") || named.equals(MESSAGE) ? named : bare;
    }

    /** OpenDocument in one XML file says what it is in its first element. */
    private static String flat(String type, byte[] bytes) {
        Matcher kind = FLAT.matcher(start(bytes));
        return kind.find() ? "application/vnd.oasis.opendocument.flat." + kind.group(1) : type;
    }

    private static String start(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
    }

    private static boolean looksLikeMessage(String type, String name, String declaredType, byte[] bytes) {
        boolean hinted = declaredType.toLowerCase(Locale.ROOT).startsWith(MESSAGE)
                || name.toLowerCase(Locale.ROOT).endsWith(".eml");
        if (!hinted) {
            return false;
        }
        String start = start(bytes);
        // The least a signature goes round is one header: what it signed.
        return type.startsWith("text/")
                && (HEADER.matcher(start.replace("\r\n", "\n")).find()
                        || start.regionMatches(true, 0, "Content-Type:", 0, 13));
    }

    private static String insideZip(byte[] bytes) throws IOException {
        try (ZipFile zip = InMemoryZip.open(bytes)) {
            ZipArchiveEntry mimetype = zip.getEntry("mimetype");
            if (mimetype != null) {
                String type =
                        new String(zip.getInputStream(mimetype).readNBytes(100), StandardCharsets.US_ASCII).strip();
                return type.startsWith("application/vnd.oasis.opendocument.") ? type : "application/zip";
            }
            Set<String> names = new HashSet<>();
            zip.getEntries().asIterator().forEachRemaining(entry -> names.add(entry.getName()));
            ZipArchiveEntry types = zip.getEntry("[Content_Types].xml");
            String listed = types == null
                    ? ""
                    : new String(zip.getInputStream(types).readNBytes(LONGEST_TYPES), StandardCharsets.UTF_8);
            return OfficeTypes.byContentTypes(listed, names, "application/zip");
        }
    }

    private static String insideOle(byte[] bytes) throws IOException {
        try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return POIFSContainerDetector.detect(ole.getRoot().getEntryNames(), ole.getRoot())
                    .toString();
        }
    }
}
