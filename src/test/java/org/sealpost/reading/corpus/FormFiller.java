package org.sealpost.reading.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sealpost.reading.corpus.Item.Box;
import org.sealpost.reading.corpus.Item.Kind;
import org.sealpost.reading.corpus.Item.Print;
import org.sealpost.reading.corpus.Layout.Block;
import org.sealpost.reading.corpus.Layout.Manner;

/** Fills a layout with invented people. The same seeds give the same form. */
final class FormFiller {
    private final Chance chance;
    private final Inventor inventor;
    private final Wording wording;
    private final Truth truth = new Truth();
    private final List<Item> items = new ArrayList<>();
    private Form.Sender sender = new Form.Sender("", "");

    private FormFiller(Chance chance, Wording wording) {
        this.chance = chance;
        this.inventor = new Inventor(chance);
        this.wording = wording;
    }

    /**
     * @param people the seed of the people and their answers
     * @param words the seed of the labels and headings; 0 for the plainest
     */
    static Form fill(Layout layout, long people, long words) {
        Chance chance = new Chance(people);
        FormFiller filler = new FormFiller(chance, new Wording(new Chance(words), words == 0, layout.bilingual()));
        String title = chance.one(layout.titles());
        filler.items.add(new Item.Title(title));
        filler.items.add(new Item.Note(chance.one(Words.PEOPLE.list("notes"))));
        layout.blocks().forEach(filler::block);
        if (!layout.asksFor(Role.VEHICLE)) {
            filler.truth.open(Role.VEHICLE);
        }
        return new Form(title, filler.items, filler.truth.json(), filler.sender);
    }

    private void block(Block block) {
        switch (block.shape()) {
            case NARRATIVE -> narrative(block);
            case TICKS -> ticks(block);
            default -> entities(block);
        }
    }

    private void entities(Block block) {
        boolean always = block.about() == Role.SUBMITTER || block.about() == Role.INCIDENT;
        int filled = always ? 1 : chance.between(block.slots() == 1 && chance.percent(70) ? 1 : 0, block.slots());
        List<List<Box>> boxes = new ArrayList<>();
        String called = block.is(Manner.NUMBERED) ? wording.numbered(block) : wording.heading(block, 0);
        for (int slot = 1; slot <= block.slots(); slot++) {
            Invented somebody = slot <= filled ? inventor.invent(block.about(), block.asks()) : nobody(block);
            if (slot <= filled) {
                truth.add(block.about(), somebody);
            }
            if (block.about() == Role.SUBMITTER) {
                sender = sender(somebody);
            }
            boxes.add(boxes(block, somebody, called, slot, slot <= filled));
        }
        List<String> labels =
                block.asks().stream().map(a -> wording.label(block, a, true)).toList();
        new Arrangement(block, wording, items).arrange(called, labels, boxes);
    }

    private static Form.Sender sender(Invented somebody) {
        return new Form.Sender(
                Objects.requireNonNull(somebody.facts().get("name")).get(0),
                Objects.requireNonNull(somebody.facts().get("email")).get(0));
    }

    /** Blank, or with a word that means nothing in its first box. */
    private Invented nobody(Block block) {
        Invented nobody = new Invented();
        return chance.percent(30) ? nobody.write(block.asks().get(0), inventor.none()) : nobody;
    }

    private List<Box> boxes(Block block, Invented somebody, String called, int slot, boolean filled) {
        List<Box> boxes = new ArrayList<>();
        String number = block.slots() > 1 ? String.valueOf(slot) : "";
        for (String ask : block.asks()) {
            String answer = somebody.answer(ask);
            if (answer.isEmpty() && filled && chance.percent(40)) {
                answer = inventor.none();
            }
            String about = block.is(Manner.HEADLESS) ? "" : called + " ";
            boxes.add(new Box(
                    block.about().key() + number + "_" + ask.replace('-', '_'),
                    (about + (block.is(Manner.NUMBERED) ? number + " " : "") + wording.label(block, ask, false))
                            .strip(),
                    kind(ask),
                    answer,
                    chance.one(Words.PEOPLE.list("prompts")),
                    ask.equals("colour") ? Words.PEOPLE.list("colours") : List.of()));
        }
        return boxes;
    }

    private static Kind kind(String ask) {
        return switch (ask) {
            case "birth", "report-date" -> Kind.DATE;
            case "colour" -> Kind.CHOICE;
            default -> Kind.TEXT;
        };
    }

    private void narrative(Block block) {
        Story story = Story.tell(chance, inventor, block.is(Manner.PLATES));
        truth.narrative(story.key());
        String label = wording.label(block, "narrative", block.is(Manner.RUNNING));
        Box box = new Box("information", label, Kind.LONG_TEXT, story.text(), "", List.of());
        if (block.is(Manner.RUNNING)) {
            items.add(new Item.Line(List.of(new Print(running(label), false), box)));
        } else if (wording.percent(50)) {
            items.add(new Item.Table(
                    List.of(List.of(new Item.Cell(new Print(label, true), 1)), List.of(new Item.Cell(box, 1))), false));
        } else {
            items.add(new Item.Heading(label));
            items.add(new Item.Line(List.of(box)));
        }
    }

    static String running(String label) {
        return label.replaceAll("[ :*?]+$", "") + ": ";
    }

    private void ticks(Block block) {
        items.add(new Item.Heading(wording.one(block.about(), "provenance")));
        int number = 0;
        for (String statement : Words.PEOPLE.list("basis")) {
            String ticked = String.valueOf(chance.percent(25));
            Box box = new Box("basis_" + ++number, statement, Kind.TICK, ticked, "", List.of());
            items.add(new Item.Line(List.of(box, new Print(" " + statement, false))));
        }
    }
}
