package org.sealpost.reading.structure.xfa;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Aside;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Element.Reason;
import org.sealpost.reading.document.Element.Row;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.xml.Xml;

/**
 * Tells an XFA form: the template's captions, texts and fields in their order, with the data's answers, each subform as
 * often as there is data for it, once where there is none. Fields are named by the path of their subforms. No script runs.
 */
public final class XfaForm {
    private static final int MOST = 100_000;

    private final XfaData data;
    private final int most;
    private final List<Element> elements = new ArrayList<>();
    private final List<Aside> asides = new ArrayList<>();
    private int visited;

    private XfaForm(XfaPackets packets, PartLimits limits) {
        data = new XfaData(packets.data());
        most = limits.elements();
    }

    /** What it tells, and what of it nobody sees. */
    public record Told(List<Element> elements, List<Aside> asides) {
        /** All fields, those in tables too. */
        public List<Field> fields() {
            List<Field> fields = new ArrayList<>();
            for (Element element : elements) {
                if (element instanceof Field field) {
                    fields.add(field);
                } else if (element instanceof Element.Table table) {
                    table.rows().forEach(r -> r.cells().forEach(c -> fields.addAll(c.fields())));
                }
            }
            return fields;
        }
    }

    public static Told of(XfaPackets packets, PartLimits limits) throws NotReadException {
        XfaForm form = new XfaForm(packets, limits);
        form.inside(packets.template(), form.data.root(), "", false, form.elements);
        return new Told(form.elements, form.asides);
    }

    private void spend() throws NotReadException {
        if (++visited > Math.min(MOST, most)) {
            throw NotReadException.opaque("reading-too-large", "There is more in it than a reading may hold.");
        }
    }

    private void inside(Xml container, @Nullable Xml context, String path, boolean unseen, List<Element> into)
            throws NotReadException {
        for (Xml child : container.children()) {
            one(child, context, path, unseen, into);
        }
    }

    private void one(Xml child, @Nullable Xml context, String path, boolean unseen, List<Element> into)
            throws NotReadException {
        boolean hidden = unseen || XfaField.isUnseen(child);
        switch (child.name()) {
            case "subform" -> subform(child, context, path, hidden, into);
            case "subformSet", "area", "pageSet", "pageArea" -> inside(child, context, path, hidden, into);
            case "exclGroup" -> alternatives(child, context, path, hidden, into);
            case "field" -> field(child, context, path, hidden, into);
            case "draw" -> draw(child, hidden, into);
            default -> {
                // Margins, borders, scripts and the like say nothing.
            }
        }
    }

    private void subform(Xml subform, @Nullable Xml context, String path, boolean unseen, List<Element> into)
            throws NotReadException {
        String name = subform.get("name");
        if (name.isEmpty() || isUnbound(subform)) {
            body(subform, context, path(path, name), unseen, into);
            return;
        }
        List<Xml> found = data.take(context, name, reference(subform), repeats(subform) ? most : 1);
        if (found.isEmpty()) {
            body(subform, null, path(path, name), unseen, into);
        }
        for (Xml one : found) {
            body(subform, one, path(path, name), unseen, into);
        }
    }

    private void body(Xml subform, @Nullable Xml context, String path, boolean unseen, List<Element> into)
            throws NotReadException {
        spend();
        if (!subform.get("layout").equals("table") || unseen) {
            inside(subform, context, path, unseen, into);
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (Xml row : subform.children("subform")) {
            boolean bound = !row.get("name").isEmpty() && !isUnbound(row);
            List<Xml> found = bound
                    ? data.take(context, row.get("name"), reference(row), repeats(row) ? most : 1)
                    : context == null ? List.of() : List.of(context);
            for (Xml one : found) {
                rows.add(row(row, one, path(path, row.get("name")), XfaField.isUnseen(row)));
            }
            if (found.isEmpty()) {
                rows.add(row(row, null, path(path, row.get("name")), XfaField.isUnseen(row)));
            }
        }
        rows.removeIf(row -> row.cells().isEmpty());
        if (!rows.isEmpty()) {
            into.add(new Element.Table(rows, Place.NOWHERE));
        }
    }

    private Row row(Xml row, @Nullable Xml context, String path, boolean unseen) throws NotReadException {
        List<Cell> cells = new ArrayList<>();
        for (Xml child : row.children()) {
            List<Element> content = new ArrayList<>();
            one(child, context, path, unseen, content);
            boolean cell = child.is("draw") || child.is("field") || child.is("subform") || child.is("exclGroup");
            if (cell && !unseen && !XfaField.isUnseen(child)) {
                List<Field> fields = new Told(content, List.of()).fields();
                boolean bold = !content.isEmpty() && content.stream().allMatch(Element.Heading.class::isInstance);
                cells.add(new Cell(Story.text(content), fields, 1, bold, Place.NOWHERE));
            }
        }
        return new Row(cells);
    }

    private void field(Xml template, @Nullable Xml context, String path, boolean unseen, List<Element> into)
            throws NotReadException {
        spend();
        XfaField field = new XfaField(template);
        if (field.control() == XfaField.Control.NONE) {
            return;
        }
        List<Xml> found =
                isUnbound(template) ? List.of() : data.take(context, template.get("name"), reference(template), 1);
        String kept = found.isEmpty() ? "" : XfaData.text(found.get(0));
        boolean tick = field.control() == XfaField.Control.TICK;
        String value = tick ? Boolean.toString(field.isOn(kept)) : field.answer(kept);
        tell(field.read(path(path, template.get("name")), value), unseen, into);
    }

    /** Ticks of which one is on: the group's answer is what the one stands for. */
    private void alternatives(Xml group, @Nullable Xml context, String path, boolean unseen, List<Element> into)
            throws NotReadException {
        List<Xml> found = isUnbound(group) ? List.of() : data.take(context, group.get("name"), reference(group), 1);
        String kept = found.isEmpty() ? "" : XfaData.text(found.get(0));
        String caption = XfaField.caption(group);
        if (!caption.isEmpty() && !unseen) {
            into.add(new Element.Line(caption, Place.NOWHERE));
        }
        for (Xml one : group.children("field")) {
            spend();
            XfaField field = new XfaField(one);
            String value = Boolean.toString(field.isOn(kept));
            tell(field.read(path(path, group.get("name")), value), unseen || XfaField.isUnseen(one), into);
        }
    }

    private void tell(Field field, boolean unseen, List<Element> into) {
        if (!unseen) {
            into.add(field);
        } else if (!field.value().isEmpty() && field.kind() != Kind.TICK) {
            String label = field.nearby().isEmpty() ? field.name() : field.nearby();
            asides.add(new Aside(label, field.value(), Reason.HIDDEN, Method.XFA, Place.NOWHERE));
        }
    }

    private void draw(Xml draw, boolean unseen, List<Element> into) throws NotReadException {
        spend();
        String text = unseen ? "" : XfaField.shown(draw.child("value"));
        Xml font = draw.child("font");
        boolean bold = font != null && font.get("weight").equals("bold");
        for (String line : text.split("\\n")) {
            if (!line.isBlank()) {
                into.add(
                        bold
                                ? new Element.Heading(line.strip(), Place.NOWHERE)
                                : new Element.Line(line.strip(), Place.NOWHERE));
            }
        }
    }

    private static boolean repeats(Xml subform) {
        Xml occur = subform.child("occur");
        return occur != null && !occur.get("max").isEmpty() && !occur.get("max").equals("1");
    }

    private static boolean isUnbound(Xml element) {
        Xml bind = element.child("bind");
        return bind != null && bind.get("match").equals("none");
    }

    private static String reference(Xml element) {
        Xml bind = element.child("bind");
        return bind != null && bind.get("match").equals("dataRef") ? bind.get("ref") : "";
    }

    private static String path(String path, String name) {
        return name.isEmpty() ? path : path.isEmpty() ? name : path + "." + name;
    }
}
