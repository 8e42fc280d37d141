package org.sealpost.reading.corpus;

import java.util.List;

/** What stands on a filled form, in reading order; every format draws these. */
sealed interface Item {
    record Title(String text) implements Item {}

    record Heading(String text) implements Item {}

    record Note(String text) implements Item {}

    record Line(List<Piece> pieces) implements Item {}

    /** @param grid true where the first row heads the columns */
    record Table(List<List<Cell>> rows, boolean grid) implements Item {
        int columns() {
            return rows.stream()
                    .mapToInt(r -> r.stream().mapToInt(Cell::span).sum())
                    .max()
                    .orElse(1);
        }
    }

    record Cell(Piece piece, int span) {}

    /** Something in a line or a cell: printed words, or the place for an answer. */
    sealed interface Piece {}

    record Print(String text, boolean bold) implements Piece {}

    /**
     * @param name as a good form names its field
     * @param label as a good form describes it
     * @param answer as written; of a tick {@code true} or {@code false}
     * @param prompt what a form shows while nothing is filled in
     * @param options of a choice
     */
    record Box(String name, String label, Kind kind, String answer, String prompt, List<String> options)
            implements Piece {
        boolean ticked() {
            return answer.equals("true");
        }
    }

    enum Kind {
        TEXT,
        LONG_TEXT,
        DATE,
        CHOICE,
        TICK
    }
}
