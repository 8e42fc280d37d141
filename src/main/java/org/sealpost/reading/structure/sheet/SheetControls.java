package org.sealpost.reading.structure.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.office.OfficeMarkup;
import org.sealpost.reading.structure.office.OfficePackage;
import org.sealpost.reading.structure.office.OfficePackage.Relation;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.xml.Xml;
import org.xml.sax.SAXException;

/** Tick boxes and option buttons that float over a sheet (18.3.1.18), at the cell under their corner, with their captions. */
final class SheetControls {
    private SheetControls() {}

    static void read(OfficePackage office, String sheet, Xml root, SheetGrid grid)
            throws IOException, NotReadException, SAXException {
        List<Xml> controls = new ArrayList<>();
        collect(root, controls);
        if (controls.isEmpty()) {
            return;
        }
        List<Relation> relations = office.relations(sheet);
        Map<String, String> targets = OfficePackage.byId(relations);
        Map<String, String> captions = captions(office, relations);
        for (Xml control : controls) {
            Xml properties = office.optional(targets.getOrDefault(control.get(Xml.RELATION), ""));
            Xml corner = from(control);
            String type = properties == null ? "" : properties.get("objectType");
            if (properties != null && corner != null && (type.equals("CheckBox") || type.equals("Radio"))) {
                String on = Boolean.toString(properties.get("checked").equals("Checked"));
                String caption = captions.getOrDefault(control.get("shapeId"), "");
                grid.field(
                        number(corner.child("row")),
                        number(corner.child("col")),
                        Field.of(control.get("name"), caption, on, Kind.TICK, Method.CONTENT_CONTROL));
            }
        }
    }

    private static void collect(Xml root, List<Xml> into) {
        for (Xml controls : root.outermost("controls")) {
            for (Xml child : controls.children()) {
                Xml alternative = child.is("AlternateContent") ? OfficeMarkup.alternative(child) : child;
                if (alternative.is("control")) {
                    into.add(alternative);
                } else {
                    into.addAll(alternative.outermost("control"));
                }
            }
        }
    }

    private static @Nullable Xml from(Xml control) {
        Xml properties = control.child("controlPr");
        return properties == null ? null : properties.down("anchor", "from");
    }

    private static int number(@Nullable Xml place) {
        return place == null ? 0 : SheetCells.number(place.text());
    }

    /** By the shapes' numbers: what stands in them. */
    private static Map<String, String> captions(OfficePackage office, List<Relation> relations)
            throws IOException, NotReadException, SAXException {
        Map<String, String> captions = new HashMap<>();
        for (Relation relation : relations) {
            Xml drawing = relation.kind().equals("drawing") ? office.optional(relation.target()) : null;
            if (drawing != null) {
                for (Xml shape : drawing.outermost("sp")) {
                    Xml about = shape.down("nvSpPr", "cNvPr");
                    Xml text = shape.child("txBody");
                    if (about != null && text != null) {
                        String caption = text.outermost("p").stream()
                                .map(Xml::text)
                                .collect(Collectors.joining(" "))
                                .strip();
                        captions.put(about.get("id"), caption);
                    }
                }
            }
        }
        return captions;
    }
}
