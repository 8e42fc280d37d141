package org.sealpost.reading.structure.word;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.poi.hwpf.model.NilPICFAndBinData;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.story.TickSymbols;

/** The letters of old Word files, among which fields are marked by letters of their own ([MS-DOC] 2.8.25). */
final class OldWordRuns {
    private static final char BEGIN = 0x13;
    private static final char SEPARATE = 0x14;
    private static final char END = 0x15;
    private static final char DATA = 0x01;
    private static final int DEEPEST = 50;

    private final Story story;
    private final byte[] data;
    private final Deque<Open> open = new ArrayDeque<>();

    OldWordRuns(Story story, byte[] data) {
        this.story = story;
        this.data = data;
    }

    private static final class Open {
        private @Nullable OldWordFormData form;
        private boolean inInstruction = true;
        private final StringBuilder result = new StringBuilder();
    }

    /** True where the paragraph ended but a form field in it did not. */
    boolean goesOn() {
        for (Open field : open) {
            if (field.form != null) {
                field.result.append('\n');
                return true;
            }
        }
        return false;
    }

    void run(CharacterRun run) throws NotReadException {
        if (run.isMarkedDeleted()) {
            return;
        }
        if (run.isSymbol()) {
            append(TickSymbols.shown(run.getSymbolFont().getMainFontName(), run.getSymbolCharacter()), run);
            return;
        }
        String text = run.text();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == BEGIN || c == SEPARATE || c == END || c == DATA) {
                append(plain.toString(), run);
                plain.setLength(0);
                mark(c, run);
            } else {
                plain.append(shown(c));
            }
        }
        append(plain.toString(), run);
    }

    private static String shown(char c) {
        return switch (c) {
            case '\t' -> "\t";
            case 0x0B -> "\n";
            case 0x1E -> "-";
            default -> c < ' ' ? "" : Character.toString(c);
        };
    }

    private void mark(char c, CharacterRun run) throws NotReadException {
        Open field = open.peek();
        switch (c) {
            case BEGIN -> {
                if (open.size() >= DEEPEST) {
                    throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
                }
                open.push(new Open());
            }
            case SEPARATE -> {
                if (field != null) {
                    field.inInstruction = false;
                }
            }
            case END -> {
                Open ended = open.poll();
                if (ended != null && ended.form != null) {
                    Field made = ended.form.field(ended.result.toString());
                    story.field(made);
                }
            }
            default -> {
                int at = run.getPicOffset();
                if (field != null && field.form == null && run.isData() && at >= 0 && at < data.length) {
                    field.form = OldWordFormData.of(new NilPICFAndBinData(data, at).getBinData());
                }
            }
        }
    }

    private void append(String text, CharacterRun run) throws NotReadException {
        if (text.isEmpty() || run.isVanished() && open.isEmpty()) {
            return;
        }
        String font = run.getFontName() == null ? "" : run.getFontName();
        String shown = TickSymbols.isSymbolFont(font) ? TickSymbols.shown(font, text) : text;
        for (Open field : open) {
            if (field.inInstruction) {
                return;
            }
            if (field.form != null) {
                story.allowance().characters(shown.length());
                field.result.append(shown);
                return;
            }
        }
        story.text(shown, run.isBold());
    }
}
