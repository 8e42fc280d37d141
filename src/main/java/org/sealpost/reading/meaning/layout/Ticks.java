package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Boxes ticked in plain text: {@code ☒ Yes ☐ No}, {@code [x] Anonymous}. */
final class Ticks {
    private static final Pattern BOX = Pattern.compile(
            "(\u2612|\u2611|\u2610|\u25a1|\u2714|\u2713|\\[\\s?[xX\u2713\u2714]?\\s?\\]|\\(\\s?[xX\u2713\u2714]?\\s?\\))\\s*([^\u2612\u2611\u2610\u25a1\u2714\u2713\\[\\](\\n]+)");

    private Ticks() {}

    private static final Pattern ALONE = Pattern.compile(
            "[\u2612\u2611\u2610\u25a1\u2714\u2713]|\\[\\s?[xX\u2713\u2714]?\\s?\\]|\\(\\s?[xX\u2713\u2714]?\\s?\\)|[xX]");

    record Box(String label, boolean on, int from) {}

    /** True for a text that is a box and nothing else, an X by hand included. */
    static boolean isBox(String text) {
        return ALONE.matcher(text.strip()).matches();
    }

    static boolean isOn(String box) {
        return box.matches("(?s).*[\u2612\u2611\u2714\u2713xX].*");
    }

    static List<Box> of(String text) {
        List<Box> boxes = new ArrayList<>();
        Matcher m = BOX.matcher(text);
        while (m.find()) {
            String box = m.group(1);
            boxes.add(new Box(m.group(2).strip(), isOn(box), m.start()));
        }
        return boxes;
    }
}
