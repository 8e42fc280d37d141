package org.sealpost.reading.structure.office;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.container.InMemoryZip;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.xml.Xml;
import org.xml.sax.SAXException;

/**
 * An Office Open XML package (ECMA-376 part 2): parts found by their relationships, whose types are known by their last
 * word, so that transitional and strict packages are alike.
 */
public final class OfficePackage {
    private final ZipFile zip;
    private final Contents contents;

    public OfficePackage(ZipFile zip, Contents contents) {
        this.zip = zip;
        this.contents = contents;
    }

    /** @param kind the last word of the relationship's type */
    public record Relation(String id, String kind, String target) {}

    /** The name of the part that is the document itself. */
    public String main(String otherwise) throws IOException, NotReadException, SAXException {
        return relations("").stream()
                .filter(r -> r.kind().equals("officeDocument") && zip.getEntry(r.target()) != null)
                .map(Relation::target)
                .findFirst()
                .orElse(otherwise);
    }

    /** Where a part leads to inside the package, in the order in which it says so. */
    public List<Relation> relations(String part) throws IOException, NotReadException, SAXException {
        int slash = part.lastIndexOf('/') + 1;
        String name = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        List<Relation> relations = new ArrayList<>();
        Xml root = optional(name);
        if (root != null) {
            for (Xml one : root.children("Relationship")) {
                if (!one.get("TargetMode").equals("External")) {
                    String type = one.get("Type");
                    relations.add(new Relation(
                            one.get("Id"),
                            type.substring(type.lastIndexOf('/') + 1),
                            resolved(part.substring(0, slash), one.get("Target"))));
                }
            }
        }
        return relations;
    }

    /** The same; of a package without any, headers and footers by their usual names. */
    public List<Relation> relationsOrNames(String part) throws IOException, NotReadException, SAXException {
        List<Relation> relations = relations(part);
        if (relations.isEmpty()) {
            String folder = part.substring(0, part.lastIndexOf('/') + 1);
            zip.getEntries().asIterator().forEachRemaining(entry -> {
                String name =
                        entry.getName().startsWith(folder) ? entry.getName().substring(folder.length()) : "";
                if (name.matches("(header|footer)\\d*\\.xml")) {
                    relations.add(new Relation("", name.replaceAll("\\d*\\.xml$", ""), entry.getName()));
                }
            });
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        try {
            String path = URI.create("/" + folder).resolve(target).getPath();
            return path == null ? "" : path.replaceAll("^/+", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    public Xml part(String name) throws IOException, NotReadException, SAXException {
        Xml root = optional(name);
        if (root == null) {
            throw NotReadException.opaque("reading-failed", "It is damaged, or not what it seems to be.");
        }
        return root;
    }

    public @Nullable Xml optional(String name) throws IOException, NotReadException, SAXException {
        ZipArchiveEntry entry = zip.getEntry(name);
        return entry == null
                ? null
                : Xml.parse(
                        InMemoryZip.unpack(zip, entry, contents),
                        contents.budget().limits());
    }

    /** The files that it carries: whatever was embedded, pictures and macros. */
    public void listInners(String folder) throws NotReadException {
        List<ZipArchiveEntry> entries = new ArrayList<>();
        zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(entries::add);
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            if (!entry.isDirectory() && name.startsWith(folder) && isCarried(name.substring(folder.length()))) {
                contents.inner(
                        name.substring(name.lastIndexOf('/') + 1), "", () -> InMemoryZip.unpack(zip, entry, contents));
            }
        }
    }

    private static boolean isCarried(String name) {
        return name.matches("(embeddings|media)/[^/]+")
                || name.equals("vbaProject.bin")
                || name.matches("[^/]*\\.(htm|html|mht|mhtml|rtf|docx|docm|txt)");
    }

    /** The first of those relations' targets. */
    public static @Nullable String first(List<Relation> relations, String kind) {
        return relations.stream()
                .filter(r -> r.kind().equals(kind))
                .map(Relation::target)
                .findFirst()
                .orElse(null);
    }

    public static Map<String, String> byId(List<Relation> relations) {
        return relations.stream()
                .collect(java.util.stream.Collectors.toMap(Relation::id, Relation::target, (first, second) -> first));
    }
}
