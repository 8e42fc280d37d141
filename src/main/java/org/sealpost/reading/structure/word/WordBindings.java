package org.sealpost.reading.structure.word;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.office.OfficePackage;
import org.sealpost.reading.structure.office.OfficePackage.Relation;
import org.sealpost.reading.structure.xml.Xml;

/**
 * The XML that content controls may be bound to (17.5.2.6): a control whose own content was never brought up to date has
 * its answer there. Paths are walked step by step, names without their namespaces; a path that does more is not followed.
 */
final class WordBindings {
    private static final Pattern STEP = Pattern.compile("(@?)(?:[\\w.-]+:)?([\\w.-]+)(?:\\[(\\d{1,6})\\])?");

    private final Map<String, Xml> stores = new HashMap<>();

    static WordBindings of(OfficePackage office, List<Relation> relations) throws Exception {
        WordBindings bindings = new WordBindings();
        for (Relation store : relations) {
            if (store.kind().equals("customXml")) {
                String properties = OfficePackage.first(office.relations(store.target()), "customXmlProps");
                Xml item = properties == null ? null : office.optional(properties);
                Xml root = item == null ? null : office.optional(store.target());
                if (item != null && root != null) {
                    bindings.stores.put(item.get("itemID").toLowerCase(Locale.ROOT), root);
                }
            }
        }
        return bindings;
    }

    /** The answer that a control is bound to, empty where there is none. */
    String answer(@Nullable Xml binding) {
        Xml at = binding == null ? null : stores.get(binding.get("storeItemID").toLowerCase(Locale.ROOT));
        if (binding == null || at == null) {
            return "";
        }
        String[] steps = binding.get("xpath").replaceFirst("^/", "").split("/");
        for (int i = 0; i < steps.length; i++) {
            Matcher step = STEP.matcher(steps[i]);
            if (!step.matches()) {
                return "";
            }
            if (step.group(1).equals("@")) {
                return i == steps.length - 1 ? at.get(step.group(2)) : "";
            }
            int number = step.group(3) == null ? 1 : Integer.parseInt(step.group(3));
            List<Xml> found = i == 0 ? List.of(at) : at.children(step.group(2));
            if (number < 1 || number > found.size() || i == 0 && !at.is(step.group(2))) {
                return "";
            }
            at = found.get(number - 1);
        }
        // A rich text's store holds a whole document as text.
        String text = at.children().isEmpty() ? at.text().strip() : "";
        return text.startsWith("<") ? "" : text;
    }
}
