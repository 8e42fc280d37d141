package org.sealpost.reading.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.corpus.Format.Group;

/** Which forms there are. Always the same ones. */
final class Corpus {
    private static final int SCANS = 24;

    private Corpus() {}

    /** Each layout in each format of a group; those with fields three times, with other people and other words. */
    static List<Case> forms(Group group) {
        return forms(group, group == Group.FIELDS ? 3 : 1);
    }

    /** The first of each layout and format. */
    static List<Case> one(Group group) {
        return forms(group, 1);
    }

    private static List<Case> forms(Group group, int times) {
        List<Case> cases = new ArrayList<>();
        long seed = 1000L * (1 + group.ordinal());
        for (int time = 0; time < times; time++) {
            for (Layout layout : Layout.all()) {
                for (Format format : Format.values()) {
                    seed++;
                    if (format.group() == group && format.draws(layout)) {
                        cases.add(new Case(layout, format, seed, seed));
                    }
                }
            }
        }
        return cases;
    }

    /** Each layout twice; a picture file where the form has one page. */
    static List<Case> scans() throws IOException {
        List<Layout> layouts = Layout.all();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < SCANS; i++) {
            Layout layout = layouts.get(i % layouts.size());
            Format wanted =
                    List.of(Format.SCAN_PDF, Format.SCAN_PNG, Format.SCAN_JPEG).get((i + i / layouts.size()) % 3);
            Case picture = new Case(layout, wanted, 5000 + i, 5000 + i);
            cases.add(picture.onOnePage() ? picture : new Case(layout, Format.SCAN_PDF, 5000 + i, 5000 + i));
        }
        return cases;
    }
}
