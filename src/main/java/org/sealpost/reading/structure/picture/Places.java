package org.sealpost.reading.structure.picture;

import java.util.function.UnaryOperator;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Place;

/** Moves elements to other places. */
final class Places {
    private Places() {}

    static Element element(Element element, UnaryOperator<Place.Box> move) {
        if (element instanceof Element.Heading heading) {
            return new Element.Heading(heading.text(), place(heading.place(), move));
        }
        if (element instanceof Element.Line line) {
            return new Element.Line(line.text(), place(line.place(), move));
        }
        if (element instanceof Element.Table table) {
            return new Element.Table(
                    table.rows().stream()
                            .map(r -> new Element.Row(
                                    r.cells().stream().map(c -> cell(c, move)).toList()))
                            .toList(),
                    place(table.place(), move));
        }
        return element instanceof Element.Field field ? field(field, move) : element;
    }

    static Element.Field field(Element.Field field, UnaryOperator<Place.Box> move) {
        return new Element.Field(
                field.name(),
                field.label(),
                field.nearby(),
                field.value(),
                field.kind(),
                field.method(),
                place(field.place(), move));
    }

    private static Element.Cell cell(Element.Cell cell, UnaryOperator<Place.Box> move) {
        return new Element.Cell(
                cell.text(),
                cell.fields().stream().map(f -> field(f, move)).toList(),
                cell.span(),
                cell.emphasised(),
                place(cell.place(), move));
    }

    private static Place place(Place place, UnaryOperator<Place.Box> move) {
        Place.Box box = place.box();
        return box == null ? place : new Place(place.page(), move.apply(box), place.certainty());
    }
}
