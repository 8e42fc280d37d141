package org.sealpost.reading.structure.rtf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.rtf.RtfGroup.Destination;
import org.sealpost.reading.structure.story.Story;

/** Where the letters of a rich text go: into a form field, a table or a paragraph, a header, a footnote. For one file and thread. */
final class RtfText {
    private final Story story;
    private final Deque<RtfForm> forms = new ArrayDeque<>();
    private final Deque<RtfTables> tables = new ArrayDeque<>();
    private final Deque<Position> outer = new ArrayDeque<>();
    private final Set<List<Element>> headers = new LinkedHashSet<>();
    private final Set<List<Element>> footers = new LinkedHashSet<>();
    private boolean heading;
    private boolean inTable;
    private int depth = 1;

    /** Of a paragraph. */
    private record Position(boolean inTable, int depth, boolean heading) {}

    RtfText(Allowance allowance) {
        story = new Story(allowance);
        tables.push(new RtfTables(story));
    }

    /** All of it, headers first and footers last. */
    List<Element> elements() throws NotReadException {
        tables.element().at(0);
        List<Element> all = new ArrayList<>();
        headers.forEach(all::addAll);
        all.addAll(story.elements());
        footers.forEach(all::addAll);
        while (!all.isEmpty() && Story.isBlank(all.get(all.size() - 1))) {
            all.remove(all.size() - 1);
        }
        return all;
    }

    RtfTables table() {
        return tables.element();
    }

    /** In which cell of nested ones what follows stands. */
    int depth() {
        return depth;
    }

    /** What follows stands in a table's cell, or beside all tables. */
    void inTable(int nested) {
        inTable = nested > 0;
        depth = Math.max(1, nested);
    }

    void heading(boolean is) {
        heading = is;
    }

    /** A paragraph like any other begins. */
    void plainParagraph() {
        inTable = false;
        depth = 1;
        heading = false;
    }

    void beginField() {
        forms.push(new RtfForm());
    }

    boolean inField() {
        return !forms.isEmpty();
    }

    /** The answer of a form field becomes one; inside another it is that one's text. */
    void endField() throws NotReadException {
        RtfForm form = forms.poll();
        if (form != null && form.isForm()) {
            Field field = form.field();
            if (forms.stream().noneMatch(RtfForm::isForm)) {
                place();
                story.field(field);
            }
        }
    }

    /** Its tables and its paragraph are its own. */
    void beginApart(RtfGroup group) throws NotReadException {
        group.destination = Destination.TEXT;
        group.opensApart = true;
        group.plain();
        story.open();
        tables.push(new RtfTables(story));
        outer.push(new Position(inTable, depth, heading));
        plainParagraph();
    }

    void endApart(RtfGroup ended) throws NotReadException {
        tables.pop().at(0);
        List<Element> told = story.close();
        Position before = outer.pop();
        inTable = before.inTable();
        depth = before.depth();
        heading = before.heading();
        if (told.isEmpty()) {
            return;
        }
        if (ended.isHeader) {
            headers.add(told);
        } else if (ended.isFooter) {
            footers.add(told);
        } else {
            story.addAfter(told);
        }
    }

    void formWord(String word, int number) {
        RtfForm form = forms.peek();
        if (form != null) {
            form.word(word, number);
        }
    }

    void endParagraph(RtfGroup group) throws NotReadException {
        if (!shown(group)) {
            return;
        }
        if (inForm()) {
            append("\n", group);
        } else {
            place();
            story.endParagraph(heading);
        }
    }

    private boolean inForm() {
        return forms.stream().anyMatch(RtfForm::isForm);
    }

    private static boolean shown(RtfGroup group) {
        return group.destination == Destination.TEXT && !group.hidden && !group.deleted;
    }

    /** Letters go to the tables in which they stand. */
    private void place() throws NotReadException {
        tables.element().at(inTable ? depth : 0);
    }

    /** Letters that stand in the group. */
    void append(String text, RtfGroup group) throws NotReadException {
        RtfForm form = forms.peek();
        if (group.destination != Destination.TEXT) {
            StringBuilder part = form == null ? null : form.part(group.destination);
            if (part != null) {
                story.allowance().characters(text.length());
                part.append(text);
            }
        } else if (shown(group)) {
            RtfForm outer = forms.stream().filter(RtfForm::isForm).findFirst().orElse(null);
            StringBuilder result = outer == null ? null : outer.part(Destination.TEXT);
            if (result != null) {
                story.allowance().characters(text.length());
                result.append(text);
            } else {
                place();
                story.text(text, group.bold);
            }
        }
    }
}
