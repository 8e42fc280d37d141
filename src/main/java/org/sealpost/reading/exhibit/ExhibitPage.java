package org.sealpost.reading.exhibit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.PagePicture;
import org.sealpost.reading.document.Place;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * One HTML page, whole in itself, without scripts: every page of every document with a numbered box about each value, and
 * the values beside it. Documents without pages are shown as their text with the same numbers in it. Safe to share
 * between threads.
 */
public final class ExhibitPage {
    /** Where one spot is drawn on a page, in hundredths of its width and height. */
    record Box(int number, String role, double left, double top, double width, double height) {}

    /** A page with its picture as a {@code data:} address. */
    record Page(int number, String picture, double width, double height, List<Box> boxes) {}

    /** A part of what arrived. */
    record Part(String name, String mediaType, String state, List<Page> pages, List<MarkedText.Block> text) {}

    /** An answer that is no value of any kind: no attribute holds it. */
    record Unplaced(String question, String answer) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    public ExhibitPage() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(ExhibitPage.class.getClassLoader());
        templates.setPrefix("org/sealpost/reading/exhibit/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
    }

    /** The page, to be written as UTF-8. It holds all that the documents hold: keep it as they are kept. */
    public String of(Exhibit exhibit) {
        JsonNode reading = json(exhibit);
        Subjects subjects = new Subjects(reading);
        List<Subject> list = subjects.list();
        Map<Integer, String> roles = new HashMap<>();
        list.forEach(s -> s.statements().forEach(v -> roles.putIfAbsent(v.spot().number(), s.role())));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < exhibit.documents().size(); i++) {
            parts.add(part(exhibit, i, subjects.spots(), roles));
        }
        Context context = new Context(Locale.UK);
        context.setVariable("subjects", list);
        context.setVariable("parts", parts);
        context.setVariable("roles", roles);
        context.setVariable("unplaced", unplaced(reading));
        context.setVariable("unread", exhibit.reading().unread());
        return engine.process("exhibit", context);
    }

    private static List<Unplaced> unplaced(JsonNode reading) {
        List<Unplaced> all = new ArrayList<>();
        reading.at("/meta/unplaced")
                .forEach(u -> all.add(
                        new Unplaced(u.path("label").asText(), u.path("text").asText())));
        return all;
    }

    private static JsonNode json(Exhibit exhibit) {
        try {
            return JSON.readTree(exhibit.reading().json().array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Part part(Exhibit exhibit, int index, List<Spot> all, Map<Integer, String> roles) {
        Document document = exhibit.documents().get(index);
        List<Spot> spots = all.stream().filter(s -> s.document() == index).toList();
        List<Page> pages = exhibit.pages().getOrDefault(index, List.of()).stream()
                .map(p -> page(p, spots, roles))
                .toList();
        MarkedText text = new MarkedText(pages.isEmpty() ? document.elements() : List.of());
        spots.forEach(text::mark);
        String state = document.reason().isEmpty() ? "" : document.reason();
        return new Part(document.name(), document.mediaType(), state, pages, text.blocks());
    }

    private static Page page(PagePicture picture, List<Spot> spots, Map<Integer, String> roles) {
        List<Box> boxes = new ArrayList<>();
        for (Spot spot : spots) {
            Place.Box box = spot.box();
            if (spot.page() == picture.page() && box != null) {
                boxes.add(new Box(
                        spot.number(),
                        roles.getOrDefault(spot.number(), "other"),
                        100 * box.x() / picture.width(),
                        100 * box.y() / picture.height(),
                        100 * box.width() / picture.width(),
                        100 * box.height() / picture.height()));
            }
        }
        String data = Base64.getEncoder().encodeToString(picture.png().array());
        return new Page(picture.page(), "data:image/png;base64," + data, picture.width(), picture.height(), boxes);
    }
}
