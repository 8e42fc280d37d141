package org.sealpost.reading.structure.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.NotReadException;

/**
 * Lays what a format's reader meets, in reading order, into elements; the same for every format. Text and fields make
 * paragraphs; whatever is opened apart (a cell, a text box) is laid for itself and given back when it is closed.
 */
public final class Story {
    private static final int DEEPEST = 60;

    private final Allowance allowance;
    private final Deque<Flow> flows = new ArrayDeque<>();

    public Story(Allowance allowance) {
        this.allowance = allowance;
        flows.push(new Flow());
    }

    private static final class Flow {
        private final List<Element> elements = new ArrayList<>();
        private final List<Element> after = new ArrayList<>();
        private Paragraph paragraph = new Paragraph();
    }

    private Flow flow() {
        return flows.element();
    }

    public Allowance allowance() {
        return allowance;
    }

    public void text(String text, boolean bold) throws NotReadException {
        if (!text.isEmpty()) {
            allowance.characters(text.length());
            flow().paragraph.text(text, bold);
        }
    }

    public void field(Field field) throws NotReadException {
        allowance.piece();
        allowance.characters(field.value().length() + field.label().length());
        flow().paragraph.field(field);
    }

    /** A blank one parts what stands before it from what follows. */
    public void endParagraph(boolean heading) throws NotReadException {
        allowance.piece();
        Flow flow = flow();
        flow.elements.addAll(flow.paragraph.elements(heading));
        flow.paragraph = new Paragraph();
        flow.elements.addAll(flow.after);
        flow.after.clear();
    }

    /** Ends a paragraph if one is under way. */
    public void breakParagraph(boolean heading) throws NotReadException {
        if (!flow().paragraph.isEmpty() || !flow().after.isEmpty()) {
            endParagraph(heading);
        }
    }

    public void addAll(List<? extends Element> more) throws NotReadException {
        breakParagraph(false);
        flow().elements.addAll(more);
    }

    /** What stands apart from the paragraph under way (a text box in it) is told after it. */
    public void addAfter(List<? extends Element> more) {
        flow().after.addAll(more);
    }

    /** Begins something for itself. */
    public void open() throws NotReadException {
        if (flows.size() > DEEPEST) {
            throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
        }
        flows.push(new Flow());
    }

    /** Ends it, without the blank lines around it. */
    public List<Element> close() throws NotReadException {
        breakParagraph(false);
        List<Element> elements = flows.pop().elements;
        while (!elements.isEmpty() && isBlank(elements.get(elements.size() - 1))) {
            elements.remove(elements.size() - 1);
        }
        while (!elements.isEmpty() && isBlank(elements.get(0))) {
            elements.remove(0);
        }
        return elements;
    }

    public static boolean isBlank(Element element) {
        return element instanceof Element.Line line && line.text().isBlank();
    }

    /** The story told so far. */
    public List<Element> elements() throws NotReadException {
        breakParagraph(false);
        return flow().elements;
    }

    /** The text of what was laid, its lines joined by a newline, without its fields. */
    public static String text(List<Element> elements) {
        List<String> lines = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Element.Heading heading) {
                lines.add(heading.text());
            } else if (element instanceof Element.Line line) {
                lines.add(line.text());
            } else if (element instanceof Element.Table table) {
                table.rows()
                        .forEach(row -> lines.add(String.join(
                                "\t", row.cells().stream().map(Cell::text).toList())));
            }
        }
        return String.join("\n", lines).strip();
    }
}
