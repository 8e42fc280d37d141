package org.sealpost.reading.meaning.entity;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.meaning.layout.Mark;
import org.sealpost.reading.meaning.layout.Span;
import org.sealpost.reading.meaning.value.Dates;
import org.sealpost.reading.meaning.vocabulary.Attribute;

/** What is said of the report and the event themselves. For one thread. */
final class IncidentFiller {
    private static final Pattern URGENT = Pattern.compile("(?i).*\\b(?:urgent|urgently|immediate(?: risk)?)\\b.*");
    private static final Pattern NOT = Pattern.compile("(?i).*\\b(?:not|non|no)\\b.*");

    private final Expertise expertise;
    private final Understood understood;
    private final Dates dates;
    private @Nullable Span eventDate;
    private @Nullable Span eventTime;
    private @Nullable Span senderName;
    private @Nullable Span senderAddress;

    IncidentFiller(Expertise expertise, Understood understood, Dates dates) {
        this.expertise = expertise;
        this.understood = understood;
        this.dates = dates;
    }

    void narrative(List<Span> spans) {
        if (!spans.isEmpty()) {
            double confidence =
                    spans.stream().mapToDouble(s -> Value.confidence(s)).min().orElse(0);
            understood.incident.set("incidentDescription", new Value(Narrative.text(spans), spans, confidence));
        }
    }

    void answer(Attribute attribute, String label, Span span, double certainty) {
        switch (attribute) {
            case REPORT_DATE -> reportDate(label, span, certainty);
            case EVENT_DATE -> event(label, span);
            case EVENT_TIME -> eventTime = eventTime == null ? span : eventTime;
            case REASON -> reason(span, certainty);
            case URGENT -> urgent(label, span, certainty);
            case IGNORE -> {}
            default -> understood.unplaced(label, span);
        }
    }

    private void reportDate(String label, Span span, double certainty) {
        Optional<Dates.Found> date = dates.first(span.text());
        if (date.isPresent()) {
            Span exact = span.withText(date.get().text());
            understood.incident.set("reportDate", Value.of(date.get().date().toString(), exact, certainty));
        } else {
            understood.unplaced(label, span);
        }
    }

    private void event(String label, Span span) {
        if (dates.first(span.text()).isPresent() && eventDate == null) {
            eventDate = span;
        } else {
            understood.unplaced(label, span);
        }
    }

    private void reason(Span span, double certainty) {
        understood.incident.append("reportedReason", "; ", Value.of(span.text().strip(), span, certainty));
    }

    private void urgent(String label, Span span, double certainty) {
        if (expertise.answers().isYes(span.text())
                || (URGENT.matcher(span.text()).matches()
                        && !NOT.matcher(span.text()).matches())) {
            understood.incident.set("urgent", Value.of(true, span, certainty));
        } else if (!span.text()
                .strip()
                .toLowerCase(Locale.ROOT)
                .matches("no\\b.*|false|n|low|routine|normal|standard")) {
            understood.unplaced(label, span);
        }
    }

    /** @param underReason true where it stands under a heading that asks how something is known */
    void tick(Mark.Tick tick, boolean underReason) {
        if (!tick.on()) {
            return;
        }
        String label = tick.label().text();
        Attribute asked = tick.meaning().asks() ? tick.meaning().attributes().get(0) : Attribute.IGNORE;
        boolean yes = expertise.answers().isYes(label);
        boolean urgent = URGENT.matcher(label).matches() && !NOT.matcher(label).matches();
        if (urgent || (asked == Attribute.URGENT && yes)) {
            understood.incident.set("urgent", Value.of(true, tick.label(), 1));
        } else if (asked == Attribute.REASON || underReason || speaksOfSource(label)) {
            reason(tick.label(), 1);
        } else if (!expertise.answers().isNone(label)) {
            understood.unplaced(tick.question(), tick.label());
        }
    }

    private boolean speaksOfSource(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return expertise.vocabulary().reasonWords().stream()
                .anyMatch(w -> lower.matches("(?s).*\\b" + Pattern.quote(w) + "\\b.*"));
    }

    void sender(String name, Span value) {
        if (!expertise.answers().isNone(value.text())) {
            if (name.equals("from-name")) {
                senderName = senderName == null ? value : senderName;
            } else if (name.equals("from-address")) {
                senderAddress = senderAddress == null ? value : senderAddress;
            }
        }
    }

    @Nullable Span senderName() {
        return senderName;
    }

    @Nullable Span senderAddress() {
        return senderAddress;
    }

    /** When it happened: local time, without a zone, as people write it. */
    List<Value> eventTimes() {
        Span date = eventDate;
        if (date == null) {
            if (eventTime != null) {
                understood.unplaced("Time", eventTime);
            }
            return List.of();
        }
        List<Dates.Found> found = dates.all(date.text());
        Span timeSpan = eventTime == null ? date : eventTime;
        Optional<LocalTime> time = dates.time(timeSpan.text());
        List<Value> values = new ArrayList<>();
        String from = found.get(0).date() + time.map(t -> "T" + t + ":00").orElse("");
        Value value = Value.of(from, date, 1);
        values.add(timeSpan.equals(date) || time.isEmpty() ? value : value.and(from, Value.of(from, timeSpan, 1)));
        if (found.size() > 1) {
            values.add(Value.of(found.get(found.size() - 1).date().toString(), date, 1));
        }
        return values;
    }
}
