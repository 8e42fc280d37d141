package org.sealpost.reading.exhibit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was read as lines for a terminal. */
public final class ExhibitText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExhibitText() {}

    /** A line for each of those spoken of, and one for each value: what it is, the value, how it was read. */
    public static List<String> of(Exhibit exhibit) {
        List<String> lines = new ArrayList<>();
        try {
            for (Subject subject :
                    new Subjects(JSON.readTree(exhibit.reading().json().array())).list()) {
                lines.add(subject.title());
                for (Statement said : subject.statements()) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "  %-28s %s   (%s, %s)",
                            said.label(),
                            (said.value() + (said.others().isEmpty() ? "" : ", or " + said.others()))
                                    .replaceAll("\\s+", " "),
                            said.method(),
                            said.percent()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
