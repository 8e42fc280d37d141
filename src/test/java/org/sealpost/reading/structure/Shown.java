package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;

/**
 * Elements as short lines, for tests: {@code # heading}, {@code line}, {@code [label|nearby=value]}, and of a table a line for
 * each row, {@code | *bold | <2>wide | [name=value] |}; what stands aside is {@code (reason label: text)}. Blank lines are left out.
 */
final class Shown {
    private Shown() {}

    /** What was read of a part that must have been read. */
    static List<String> of(String name, byte[] bytes) {
        Document document = Listing.of(name, bytes).parts.get(0);
        assertThat(document.disposition()).as(document.reason()).isEqualTo(Disposition.READ);
        return of(document.elements());
    }

    static List<String> of(List<Element> elements) {
        List<String> shown = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Element.Heading heading) {
                shown.add("# " + heading.text());
            } else if (element instanceof Element.Line line) {
                shown.add(line.text());
            } else if (element instanceof Element.Field field) {
                shown.add(field(field));
            } else if (element instanceof Element.Table table) {
                table.rows().forEach(row -> shown.add(row(row)));
            } else if (element instanceof Element.Aside aside) {
                shown.add("(" + aside.reason().word() + " " + aside.label() + ": " + aside.text() + ")");
            }
        }
        shown.removeIf(String::isBlank);
        return shown;
    }

    private static String row(Element.Row row) {
        StringBuilder shown = new StringBuilder("|");
        for (Element.Cell cell : row.cells()) {
            shown.append(cell.emphasised() ? " *" : " ");
            shown.append(cell.span() > 1 ? "<" + cell.span() + ">" : "");
            shown.append(cell.text().replace("\n", "/"));
            cell.fields().forEach(f -> shown.append(field(f)));
            shown.append(" |");
        }
        return shown.toString();
    }

    private static String field(Element.Field field) {
        String kind =
                field.kind() == Element.Kind.TEXT ? "" : field.kind().name().toLowerCase(java.util.Locale.ROOT) + " ";
        String nearby = field.nearby().isEmpty() ? "" : "|" + field.nearby();
        String label = field.label().isEmpty() ? "" : "," + field.label();
        return "[" + kind + field.name() + label + nearby + "=" + field.value().replace("\n", "/") + "]";
    }

    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
