package org.sealpost.reading.corpus;

import java.util.List;
import java.util.Locale;
import org.sealpost.reading.corpus.Layout.Block;
import org.sealpost.reading.corpus.Layout.Manner;

/** The words of one form, drawn from the lists: each form keeps to its own house style. */
final class Wording {
    private final Chance chance;
    private final boolean plainest;
    private final boolean bilingual;
    private final String ending;

    /** @param plainest always the first word of a list */
    Wording(Chance chance, boolean plainest, boolean bilingual) {
        this.chance = chance;
        this.plainest = plainest;
        this.bilingual = bilingual;
        ending = plainest ? "" : chance.one("", "", "", ":", ":", " (if known)", " *");
    }

    /** The label as printed; the bare one where {@code withEnding} is false. */
    String label(Block block, String ask, boolean withEnding) {
        String label = one(block.about(), block.is(Manner.PREFIXED) ? "alone-" + ask : ask);
        if (block.is(Manner.CAPITALS)) {
            label = label.toUpperCase(Locale.ROOT);
        }
        boolean closed = label.endsWith("?") || label.endsWith(")") && ending.startsWith(" (");
        boolean mandatory = ending.equals(" *") && block.about() != Role.SUBMITTER;
        boolean known = ending.startsWith(" (") && block.about() == Role.SUBMITTER;
        return !withEnding || closed || mandatory || known ? label : label + ending;
    }

    /** The heading of a block; where it is numbered, of its block of that number, from 1. */
    String heading(Block block, int number) {
        if (block.is(Manner.NUMBERED)) {
            return "";
        }
        boolean several = block.slots() > 1
                && number == 0
                && Words.LABELS.has(block.about().key(), "headings");
        String heading = one(block.about(), several ? "headings" : "heading");
        return block.is(Manner.CAPITALS) ? heading.toUpperCase(Locale.ROOT) : heading;
    }

    /** What the blocks of a numbered section are called, each with its number behind. */
    String numbered(Block block) {
        String called = one(block.about(), "number");
        return block.is(Manner.CAPITALS) ? called.toUpperCase(Locale.ROOT) : called;
    }

    boolean percent(int percent) {
        return chance.percent(percent) && !plainest;
    }

    /** A word of a list, the first where the plainest is wanted. */
    String one(Role role, String what) {
        boolean welsh = bilingual && Words.BILINGUAL_LABELS.has(role.key(), what);
        List<String> all = (welsh ? Words.BILINGUAL_LABELS : Words.LABELS).list(role.key(), what);
        return plainest ? all.get(0) : chance.one(all);
    }
}
