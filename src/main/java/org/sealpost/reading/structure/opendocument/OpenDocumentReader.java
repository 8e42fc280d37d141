package org.sealpost.reading.structure.opendocument;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.container.InMemoryZip;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.xml.Xml;

/**
 * OpenDocument (OASIS ODF 1.3 part 3), texts and spreadsheets, zipped or flat, by its own XML and from memory: headers, the
 * body, footers. Form controls stand where they are anchored. Annotations and what was deleted are left out.
 */
public final class OpenDocumentReader implements FormatReader {
    private static final String OASIS = "application/vnd.oasis.opendocument.";

    @Override
    public boolean reads(String mediaType) {
        return mediaType.startsWith(OASIS + "text")
                || mediaType.startsWith(OASIS + "spreadsheet")
                || mediaType.startsWith(OASIS + "flat.text")
                || mediaType.startsWith(OASIS + "flat.spreadsheet");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        PartLimits limits = contents.budget().limits();
        if (part.mediaType().contains(".flat.")) {
            Xml root = Xml.parse(part.bytes(), limits);
            flatInners(root, contents);
            read(root, root, contents);
            return;
        }
        try (ZipFile zip = InMemoryZip.open(part.bytes())) {
            refuseLocked(zip, contents);
            inners(zip, contents);
            Xml content = xml(zip, "content.xml", contents);
            if (content == null) {
                throw NotReadException.opaque("reading-failed", "It is damaged, or not what it seems to be.");
            }
            read(content, xml(zip, "styles.xml", contents), contents);
        }
    }

    private static void read(Xml content, @Nullable Xml styled, Contents contents) throws NotReadException {
        Xml body = content.child("body");
        Xml text = body == null ? null : body.child("text");
        Xml book = body == null ? null : body.child("spreadsheet");
        if (book != null) {
            new OpenDocumentSheets(new OpenDocumentStyles(styled, content), contents).read(book);
        } else if (text != null) {
            text(content, styled, text, contents);
        } else {
            throw NotReadException.opaque("format-not-read", "Its format is not one that is read.");
        }
    }

    private static void text(Xml content, @Nullable Xml styled, Xml text, Contents contents) throws NotReadException {
        OpenDocumentStyles styles = new OpenDocumentStyles(styled, content);
        Allowance allowance = new Allowance(contents.budget().limits());
        Set<List<Element>> told = new LinkedHashSet<>();
        for (Xml header : margins(styled, "header")) {
            told.add(new OpenDocumentStory(new Story(allowance), styles, header).read(header));
        }
        told.add(new OpenDocumentStory(new Story(allowance), styles, text).read(text));
        for (Xml footer : margins(styled, "footer")) {
            told.add(new OpenDocumentStory(new Story(allowance), styles, footer).read(footer));
        }
        for (List<Element> story : told) {
            contents.addAll(story);
        }
    }

    /** The headers or footers of every sort of page. */
    private static List<Xml> margins(@Nullable Xml styled, String kind) {
        Xml pages = styled == null ? null : styled.child("master-styles");
        List<Xml> found = new ArrayList<>();
        if (pages != null) {
            for (Xml page : pages.children("master-page")) {
                page.children().stream()
                        .filter(c ->
                                c.name().startsWith(kind) && !c.get("display").equals("false"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static @Nullable Xml xml(ZipFile zip, String name, Contents contents) throws Exception {
        ZipArchiveEntry entry = zip.getEntry(name);
        return entry == null
                ? null
                : Xml.parse(
                        InMemoryZip.unpack(zip, entry, contents),
                        contents.budget().limits());
    }

    private static void refuseLocked(ZipFile zip, Contents contents) throws Exception {
        Xml manifest = xml(zip, "META-INF/manifest.xml", contents);
        if (zip.getEntry("encrypted-package") != null || manifest != null && manifest.holds("encryption-data")) {
            throw NotReadException.opaque("encrypted", "It is locked with a password.");
        }
    }

    private static void inners(ZipFile zip, Contents contents) throws NotReadException {
        List<ZipArchiveEntry> entries = new ArrayList<>();
        zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(entries::add);
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            if (!entry.isDirectory()
                    && name.matches("(Pictures|media)/[^/]+|Object \\d+|Object \\d+/content\\.xml|Basic/.*\\.xml")) {
                contents.inner(
                        name.matches("(Pictures|media)/.*") ? name.substring(name.indexOf('/') + 1) : name,
                        "",
                        () -> InMemoryZip.unpack(zip, entry, contents));
            }
        }
    }

    private static void flatInners(Xml root, Contents contents) throws NotReadException {
        int number = 0;
        for (Xml data : root.outermost("binary-data")) {
            contents.inner(
                    "object-" + ++number,
                    "",
                    () -> contents.unpack(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(data.text()))));
        }
    }
}
