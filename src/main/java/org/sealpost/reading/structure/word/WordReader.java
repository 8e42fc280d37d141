package org.sealpost.reading.structure.word;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.container.InMemoryZip;
import org.sealpost.reading.structure.office.OfficePackage;
import org.sealpost.reading.structure.office.OfficePackage.Relation;
import org.sealpost.reading.structure.office.OfficeTypes;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.xml.Xml;

/**
 * Word files (ECMA-376 part 1, WordprocessingML) by their own XML, so that fields keep their tags and tables their cells:
 * headers, the body, footnotes, footers. Comments are no part of the answers.
 */
public final class WordReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return OfficeTypes.isWord(mediaType);
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        try (ZipFile zip = InMemoryZip.open(part.bytes())) {
            OfficePackage office = new OfficePackage(zip, contents);
            String main = office.main("word/document.xml");
            office.listInners(main.substring(0, main.lastIndexOf('/') + 1));
            List<Relation> relations = office.relationsOrNames(main);
            WordStyles styles = new WordStyles(optional(office, OfficePackage.first(relations, "styles")));
            WordBindings bindings = WordBindings.of(office, relations);
            Allowance allowance = new Allowance(contents.budget().limits());
            Set<List<Element>> stories = new LinkedHashSet<>();
            for (String name : order(relations, main)) {
                Xml root = name.equals(main) ? office.part(name) : office.optional(name);
                if (root != null) {
                    stories.add(new WordStory(new Story(allowance), styles, bindings).read(root));
                }
            }
            // The header of a first page mostly says what those of the others say: told once.
            for (List<Element> story : stories) {
                contents.addAll(story);
            }
        }
    }

    private static @Nullable Xml optional(OfficePackage office, @Nullable String name) throws Exception {
        return name == null ? null : office.optional(name);
    }

    private static List<String> order(List<Relation> relations, String main) {
        List<String> order = new ArrayList<>(targets(relations, "header"));
        order.add(main);
        order.addAll(targets(relations, "footnotes"));
        order.addAll(targets(relations, "endnotes"));
        order.addAll(targets(relations, "footer"));
        return order;
    }

    private static List<String> targets(List<Relation> relations, String kind) {
        return relations.stream()
                .filter(r -> r.kind().equals(kind))
                .map(Relation::target)
                .distinct()
                .sorted()
                .toList();
    }
}
