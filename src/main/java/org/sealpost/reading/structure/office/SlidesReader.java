package org.sealpost.reading.structure.office;

import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.container.InMemoryZip;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.story.TableRows;
import org.sealpost.reading.structure.xml.Xml;

/** Slides (ECMA-376 part 1, PresentationML): what stands in their shapes and tables, slide by slide. */
public final class SlidesReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.startsWith("application/vnd.openxmlformats-officedocument.presentationml.");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        try (ZipFile zip = InMemoryZip.open(part.bytes())) {
            OfficePackage office = new OfficePackage(zip, contents);
            String main = office.main("ppt/presentation.xml");
            office.listInners(main.substring(0, main.lastIndexOf('/') + 1));
            Story story = new Story(new Allowance(contents.budget().limits()));
            Map<String, String> targets = OfficePackage.byId(office.relations(main));
            Xml list = office.part(main).child("sldIdLst");
            for (Xml id : list == null ? List.<Xml>of() : list.children("sldId")) {
                Xml slide = office.optional(targets.getOrDefault(id.get(Xml.RELATION), ""));
                if (slide != null) {
                    shapes(slide, story);
                }
            }
            contents.addAll(story.elements());
        }
    }

    private static void shapes(Xml container, Story story) throws NotReadException {
        for (Xml child : container.children()) {
            switch (child.name()) {
                case "p" -> paragraph(child, story);
                case "tbl" -> story.addAll(table(child, story));
                case "AlternateContent" -> shapes(OfficeMarkup.alternative(child), story);
                default -> shapes(child, story);
            }
        }
    }

    private static void paragraph(Xml paragraph, Story story) throws NotReadException {
        for (Xml run : paragraph.children()) {
            Xml properties = run.child("rPr");
            boolean bold = properties != null && OfficeMarkup.isOn(properties.get("b"));
            switch (run.name()) {
                case "r", "fld" -> {
                    Xml text = run.child("t");
                    story.text(text == null ? "" : text.text(), bold);
                }
                case "br" -> story.text("\n", bold);
                default -> {}
            }
        }
        story.endParagraph(false);
    }

    private static List<Element> table(Xml table, Story story) throws NotReadException {
        TableRows rows = new TableRows(story.allowance());
        for (Xml row : table.children("tr")) {
            for (Xml cell : row.children("tc")) {
                if (!OfficeMarkup.isOn(cell.get("hMerge"))) {
                    story.open();
                    if (!OfficeMarkup.isOn(cell.get("vMerge"))) {
                        shapes(cell, story);
                    }
                    rows.cell(story.close(), cell.count("gridSpan"), 0, false);
                }
            }
            rows.endRow();
        }
        return rows.elements();
    }
}
