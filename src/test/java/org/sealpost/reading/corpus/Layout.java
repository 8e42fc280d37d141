package org.sealpost.reading.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The plan of a form: what it asks, in what order and shape; {@code layouts.yaml} says what the words mean. */
record Layout(String name, List<String> titles, boolean bilingual, List<Block> blocks) {
    enum Shape {
        PAIRS,
        TWO_A_ROW,
        GRID,
        SIDES,
        ABOVE,
        RUNNING,
        NARRATIVE,
        TICKS
    }

    /** How labels and headings of a block are written. */
    enum Manner {
        NUMBERED,
        CAPITALS,
        PREFIXED,
        BANNER,
        HEADLESS,
        RUNNING,
        PLATES
    }

    record Block(Role about, Shape shape, int slots, List<Manner> manners, List<String> asks) {
        boolean is(Manner manner) {
            return manners.contains(manner);
        }
    }

    boolean asksFor(Role role) {
        return blocks.stream().anyMatch(b -> b.about() == role);
    }

    boolean has(Shape shape) {
        return blocks.stream().anyMatch(b -> b.shape() == shape);
    }

    static List<Layout> all() {
        List<Layout> all = new ArrayList<>();
        Words.LAYOUTS.root().forEach((name, plan) -> all.add(read(String.valueOf(name), (Map<?, ?>) plan)));
        return all;
    }

    private static Layout read(String name, Map<?, ?> plan) {
        List<Block> blocks = new ArrayList<>();
        for (Object block : (List<?>) Objects.requireNonNull(plan.get("blocks"))) {
            blocks.add(block((Map<?, ?>) block));
        }
        return new Layout(
                name,
                Words.strings(Objects.requireNonNull(plan.get("titles"))),
                Boolean.TRUE.equals(plan.get("welsh")),
                blocks);
    }

    private static Block block(Map<?, ?> block) {
        List<Manner> manners = new ArrayList<>();
        for (Manner manner : Manner.values()) {
            if (Boolean.TRUE.equals(block.get(manner.name().toLowerCase(Locale.ROOT)))) {
                manners.add(manner);
            }
        }
        Object asks = block.get("asks");
        return new Block(
                Role.valueOf(word(block, "about")),
                Shape.valueOf(word(block, "shape")),
                block.get("slots") instanceof Integer slots ? slots : 1,
                manners,
                asks == null ? List.of() : Words.strings(asks));
    }

    private static String word(Map<?, ?> block, String key) {
        return String.valueOf(block.get(key)).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
