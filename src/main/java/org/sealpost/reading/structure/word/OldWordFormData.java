package org.sealpost.reading.structure.word;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.story.Prompts;

/** The data of a form field in old Word files ([MS-DOC] 2.9.78, FFData). */
record OldWordFormData(
        int type, int kind, int result, String name, String cameWith, int before, String help, List<String> entries) {
    private static final int UNTOUCHED = 25;
    private static final int MOST_ENTRIES = 200;

    /** Null where it is none. */
    static @Nullable OldWordFormData of(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            if (in.getInt() != -1) {
                return null;
            }
            int bits = in.getShort();
            in.getInt();
            int type = bits & 3;
            String name = string(in, true);
            String cameWith = type == 0 ? string(in, true) : "";
            int before = type == 0 ? 0 : in.getShort();
            string(in, true);
            String help = string(in, true);
            String status = string(in, true);
            string(in, true);
            string(in, true);
            List<String> entries = type == 2 ? entries(in) : List.of();
            return new OldWordFormData(
                    type,
                    bits >> 11 & 7,
                    bits >> 2 & 31,
                    name,
                    cameWith,
                    before,
                    status.isEmpty() ? help : status,
                    entries);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return null;
        }
    }

    private static List<String> entries(ByteBuffer in) {
        in.getShort();
        int count = in.getShort() & 0xFFFF;
        in.getShort();
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST_ENTRIES); i++) {
            entries.add(string(in, false));
        }
        return entries;
    }

    private static String string(ByteBuffer in, boolean ended) {
        byte[] letters = new byte[(in.getShort() & 0xFFFF) * 2];
        in.get(letters);
        if (ended) {
            in.getShort();
        }
        return new String(letters, StandardCharsets.UTF_16LE);
    }

    /** @param shown the text between the field's marks */
    Field field(String shown) {
        return switch (type) {
            case 1 -> {
                int on = result == UNTOUCHED ? before : result;
                yield Field.of(name, help, Boolean.toString(on == 1), Kind.TICK, Method.LEGACY_FIELD);
            }
            case 2 -> {
                boolean chosen = result != UNTOUCHED && result < entries.size();
                yield Field.of(name, help, chosen ? entries.get(result) : "", Kind.CHOICE, Method.LEGACY_FIELD);
            }
            default ->
                Field.of(
                        name,
                        help,
                        Prompts.answer(shown, cameWith),
                        kind == 2 ? Kind.DATE : Kind.TEXT,
                        Method.LEGACY_FIELD);
        };
    }
}
