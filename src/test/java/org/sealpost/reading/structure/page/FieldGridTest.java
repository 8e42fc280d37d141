package org.sealpost.reading.structure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.page.PageText.Word;

class FieldGridTest {
    private final List<Field> fields = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    private void row(double y, String... values) {
        for (int i = 0; i < values.length; i++) {
            Place place = new Place(1, new Place.Box(100 + 100 * i, y, 90, 16));
            fields.add(new Field("f" + fields.size(), "", "", values[i], Kind.TEXT, Method.ACROFORM, place));
        }
    }

    private void word(String text, double x, double y) {
        words.add(new Word(text, x, y, 5 * text.length(), 10, 10, false));
    }

    private List<List<String>> table() {
        List<FieldGrid> grids = FieldGrid.of(fields, words);
        assertThat(grids).hasSize(1);
        return grids.get(0).table(1).rows().stream()
                .map(r -> r.cells().stream().map(FieldGridTest::text).toList())
                .toList();
    }

    private static String text(Cell cell) {
        return cell.fields().isEmpty() ? cell.text() : cell.fields().get(0).value();
    }

    @Test
    void isHeadedByTheWordsAboveItsColumns() {
        word("Name", 101, 40);
        word("Age", 201, 40);
        row(55, "Paul Frost", "40");
        row(75, "Jay", "18");
        assertThat(table()).containsExactly(List.of("Name", "Age"), List.of("Paul Frost", "40"), List.of("Jay", "18"));
    }

    @Test
    void mayHaveALabelBeforeEachRow() {
        word("One", 101, 40);
        word("Two", 201, 40);
        word("Name", 40, 58);
        word("Age", 40, 78);
        row(55, "Paul Frost", "Jay");
        row(75, "40", "18");
        assertThat(table())
                .containsExactly(
                        List.of("", "One", "Two"), List.of("Name", "Paul Frost", "Jay"), List.of("Age", "40", "18"));
    }

    @Test
    void isNoneWhereEachFieldHasItsLabel() {
        word("Name", 101, 40);
        word("Age", 201, 40);
        row(55, "Paul Frost", "40");
        word("Town", 101, 73);
        word("Make", 201, 73);
        row(88, "Whitby", "Ford");
        assertThat(FieldGrid.of(fields, words)).isEmpty();
    }

    @Test
    void isNoneWithoutHeads() {
        row(55, "Paul Frost", "40");
        row(75, "Jay", "18");
        assertThat(FieldGrid.of(fields, words)).isEmpty();
    }
}
