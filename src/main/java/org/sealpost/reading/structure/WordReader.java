package org.sealpost.reading.structure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Word files (ECMA-376 part 1, WordprocessingML) by their own XML, so that fields keep their tags and tables their cells. */
final class WordReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        try (ZipFile zip = InMemoryZip.open(part.bytes())) {
            List<String> stories = new ArrayList<>();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName();
                if (name.matches("word/(header|footer)\\d*\\.xml")) {
                    stories.add(name);
                } else if (name.matches("word/(embeddings|media)/[^/]+") && !entry.isDirectory()) {
                    contents.inner(
                            name.substring(name.lastIndexOf('/') + 1),
                            "",
                            () -> InMemoryZip.unpack(zip, entry, contents));
                }
            }
            Collections.sort(stories);
            List<String> ordered = new ArrayList<>(stories);
            ordered.removeIf(name -> name.contains("footer"));
            ordered.add("word/document.xml");
            stories.stream().filter(name -> name.contains("footer")).forEach(ordered::add);
            for (String story : ordered) {
                contents.addAll(new WordStory().read(root(zip, story, contents)));
            }
        }
    }

    private static Element root(ZipFile zip, String name, Contents contents)
            throws IOException, NotReadException, ParserConfigurationException, SAXException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw NotReadException.opaque("reading-failed", "It is damaged, or not what it seems to be.");
        }
        byte[] xml = InMemoryZip.unpack(zip, entry, contents);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        return document.getDocumentElement();
    }
}
