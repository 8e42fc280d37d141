package org.sealpost.reading.structure.rtf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.story.Prompts;

/** The form field under way in RTF: its data ({@code \formfield}) and its result. Another field in it is part of its result. */
final class RtfForm {
    private static final int MOST_ENTRIES = 200;

    private final StringBuilder name = new StringBuilder();
    private final StringBuilder help = new StringBuilder();
    private final StringBuilder status = new StringBuilder();
    private final StringBuilder cameWith = new StringBuilder();
    private final StringBuilder result = new StringBuilder();
    private final List<StringBuilder> entries = new ArrayList<>();
    private boolean isForm;
    private int type;
    private int typeOfText;
    private int chosen = -1;
    private int chosenBefore = -1;

    /** A control word of its data. */
    void word(String word, int number) {
        switch (word) {
            case "formfield" -> isForm = true;
            case "fftype" -> type = number;
            case "fftypetxt" -> typeOfText = number;
            case "ffres" -> chosen = number;
            case "ffdefres" -> chosenBefore = number;
            case "ffl" -> {
                if (entries.size() < MOST_ENTRIES) {
                    entries.add(new StringBuilder());
                }
            }
            default -> {}
        }
    }

    boolean isForm() {
        return isForm;
    }

    /** Where text of that destination goes, null where it is none of this field's. */
    @Nullable StringBuilder part(RtfGroup.Destination destination) {
        return switch (destination) {
            case FORM_NAME -> name;
            case FORM_HELP -> help;
            case FORM_STATUS -> status;
            case FORM_DEFAULT -> cameWith;
            case FORM_ENTRY -> entries.isEmpty() ? null : entries.get(entries.size() - 1);
            case TEXT -> result;
            default -> null;
        };
    }

    /** Of boxes 25 means that nobody touched it, so that it is as it came. */
    Field field() {
        String label = status.isEmpty() ? help.toString() : status.toString();
        int result25 = chosen == 25 || chosen < 0 ? chosenBefore : chosen;
        return switch (type) {
            case 1 -> Field.of(name.toString(), label, Boolean.toString(result25 == 1), Kind.TICK, Method.LEGACY_FIELD);
            case 2 -> Field.of(name.toString(), label, entry(), Kind.CHOICE, Method.LEGACY_FIELD);
            default ->
                Field.of(
                        name.toString(),
                        label,
                        Prompts.answer(result.toString(), cameWith.toString()),
                        typeOfText == 2 ? Kind.DATE : Kind.TEXT,
                        Method.LEGACY_FIELD);
        };
    }

    private String entry() {
        return chosen >= 0 && chosen != 25 && chosen < entries.size()
                ? entries.get(chosen).toString()
                : "";
    }
}
