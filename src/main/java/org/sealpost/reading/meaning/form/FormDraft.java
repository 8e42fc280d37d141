package org.sealpost.reading.meaning.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.label.Meaning;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;
import org.sealpost.reading.meaning.vocabulary.YamlFile;

/** Proposes a definition from a blank form: what the vocabulary understands, and what a person must complete. Immutable. */
public final class FormDraft {
    private static final int LONGEST_MARK = 80;
    private static final double SURE = 0.99;

    private final LabelMatcher labels;

    public FormDraft(Vocabulary vocabulary) {
        labels = new LabelMatcher(vocabulary);
    }

    /** A definition as text, which {@link KnownForms#one} takes as it is unless the form shows too little of itself. */
    public String of(Document blank) {
        FormPrint print = new FormPrint(blank);
        Set<String> names = new LinkedHashSet<>();
        print.fields().stream()
                .map(Element.Field::name)
                .filter(n -> !n.isBlank())
                .forEach(names::add);
        List<FormPrint.Text> marks = print.texts().stream()
                .filter(t -> t.text().length() <= LONGEST_MARK && !t.text().contains("\n"))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("# Proposed from the blank form " + oneLine(blank.name())
                + ". Look at every entry, complete those that are");
        lines.add(
                "# comments, take out of the fingerprint what will change from copy to copy, and try it with `form check`.");
        lines.add(
                "# Was it not blank? Then what somebody wrote stands below as labels: take that out, or propose anew from a blank one.");
        lines.add("form: " + name(blank.name()));
        lines.add("version: \"1\"");
        lines.add("fingerprint:");
        lines.add("  least: " + Fingerprint.USUAL);
        lines.add("  fields:" + (names.isEmpty() ? " []" : ""));
        names.forEach(n -> lines.add("    - " + quoted(n)));
        lines.add("  labels:" + (marks.isEmpty() ? " []" : ""));
        marks.forEach(m -> lines.add("    - " + quoted(m.text())));
        lines.add("read:");
        int before = lines.size();
        Set<String> explained = new LinkedHashSet<>();
        for (Element.Field field : print.fields()) {
            if (!field.name().isBlank() && explained.add(field.name())) {
                String beside = Stream.of(field.label(), field.nearby())
                        .filter(t -> !t.isBlank())
                        .findFirst()
                        .orElse("");
                entry(lines, "field", field.name(), meaning(field), beside);
            }
        }
        for (FormPrint.Text text : marks) {
            Meaning heading = labels.heading(text.text());
            boolean section = text.heading() || heading.isSection();
            entry(lines, section ? "heading" : "label", text.text(), section ? heading : labels.label(text.text()), "");
        }
        if (lines.stream().skip(before).allMatch(l -> l.startsWith("  #"))) {
            lines.set(before - 1, "read: []");
        }
        return String.join("\n", lines) + "\n";
    }

    /** What is printed beside a field says what is asked, its name of whom. */
    private Meaning meaning(Element.Field field) {
        Meaning name = labels.fieldName(field.name());
        Meaning asked = Stream.of(labels.label(field.label()), labels.label(field.nearby()), name)
                .filter(Meaning::asks)
                .max(java.util.Comparator.comparingDouble(Meaning::certainty))
                .orElse(name);
        return new Meaning(
                asked.role() == null ? name.role() : asked.role(),
                asked.attributes(),
                Math.max(asked.number(), name.number()),
                asked.certainty());
    }

    private static void entry(List<String> lines, String by, String text, Meaning meaning, String beside) {
        boolean usable = meaning.asks() || by.equals("heading") && meaning.isSection();
        String lead = usable ? "  " : "  # ";
        lines.add(
                lead + "- " + by + ": " + quoted(text) + (beside.isEmpty() ? "" : "   # printed: " + oneLine(beside)));
        if (meaning.role() != null) {
            lines.add(lead + "  role: " + YamlFile.camel(meaning.role()));
        }
        if (meaning.number() > 0 && meaning.role() != null) {
            lines.add(lead + "  number: " + meaning.number());
        }
        List<String> attributes =
                meaning.attributes().stream().map(YamlFile::camel).toList();
        if (!usable) {
            lines.add(lead + "  attribute: ignore   # not understood");
        } else if (!attributes.isEmpty()) {
            String doubt = meaning.certainty() < SURE ? "   # not sure" : "";
            lines.add(lead + "  attribute: "
                    + (attributes.size() == 1 ? attributes.get(0) : "[" + String.join(", ", attributes) + "]") + doubt);
        }
    }

    private static String name(String file) {
        String name = file.toLowerCase(Locale.ROOT)
                .replaceFirst("\\.[a-z0-9]{1,5}$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() ? "form" : name.substring(0, Math.min(64, name.length()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** A YAML text in double quotes (YAML 1.2, section 7.3.1). */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
