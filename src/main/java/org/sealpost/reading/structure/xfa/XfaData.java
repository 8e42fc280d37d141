package org.sealpost.reading.structure.xfa;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.xml.Xml;

/** The data of an XFA form while it is merged with the template: every piece of it answers once, in its order. */
final class XfaData {
    private static final int MOST_STEPS = 50;

    private final Set<Xml> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final @Nullable Xml root;

    XfaData(@Nullable Xml root) {
        this.root = root;
    }

    @Nullable Xml root() {
        return root;
    }

    /**
     * The pieces of that name, or those that a binding names, that have not answered yet.
     *
     * @param reference a path such as {@code $record.Suspect.Name}; empty where the name binds
     */
    List<Xml> take(@Nullable Xml context, String name, String reference, int most) {
        List<Xml> found = (reference.isEmpty() ? named(context, name) : referred(context, reference))
                .stream().filter(x -> !used.contains(x)).limit(most).toList();
        used.addAll(found);
        return found;
    }

    private static List<Xml> named(@Nullable Xml context, String name) {
        return context == null ? List.of() : context.children(name);
    }

    private List<Xml> referred(@Nullable Xml context, String reference) {
        Xml from = context;
        String path = reference.strip();
        if (path.startsWith("$record") || path.startsWith("$data")) {
            List<Xml> records = root == null ? List.of() : root.children();
            from = path.startsWith("$record") ? (records.isEmpty() ? null : records.get(0)) : root;
        }
        String[] steps = path.replaceFirst("^(\\$record|\\$data|\\$)\\.?", "").split("\\.", MOST_STEPS);
        List<Xml> at = from == null ? List.of() : List.of(from);
        for (String step : steps) {
            String name = step.replaceFirst("\\[.*", "");
            at = at.stream().flatMap(x -> x.children(name).stream()).toList();
            String index = step.replaceAll("^[^\\[]*\\[?|\\]$", "");
            if (index.matches("\\d{1,6}")) {
                int wanted = Integer.parseInt(index);
                at = wanted < at.size() ? List.of(at.get(wanted)) : List.of();
            }
        }
        return at;
    }

    /** The text of a piece; several chosen values are parted by commas. */
    static String text(@Nullable Xml piece) {
        if (piece == null) {
            return "";
        }
        List<Xml> values = piece.children("value");
        return values.isEmpty()
                ? XfaText.ofData(piece)
                : values.stream().map(XfaText::ofData).collect(Collectors.joining("\n"));
    }
}
