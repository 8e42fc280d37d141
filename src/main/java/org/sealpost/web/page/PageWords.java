package org.sealpost.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sealpost.delivery.Measure;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Locked;
import org.sealpost.web.problem.Sizes;
import org.sealpost.web.settings.WebSettings;

/** Words that every page needs; templates call it {@code pageWords}. */
public final class PageWords {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' h:mma", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM yyyy, h:mma", Locale.UK);

    private final WebSettings settings;

    public PageWords(WebSettings settings) {
        this.settings = settings;
    }

    public String service() {
        return settings.serviceName();
    }

    public String contact() {
        return settings.contact();
    }

    public String force(ForceId force) {
        return settings.nameOf(force);
    }

    /** In British local time, like {@code 23 November 2026 at 8:53pm}. */
    public String when(Instant at) {
        return lowerHalfOfDay(WHEN.format(at.atZone(HERE)));
    }

    /** The same, for a table. */
    public String whenShort(Instant at) {
        return lowerHalfOfDay(SHORT.format(at.atZone(HERE)));
    }

    /** Within what time a force usually confirms, like {@code 15 minutes}. */
    public String confirmedWithin() {
        return words(settings.confirmedWithin());
    }

    public String largestFile() {
        return Sizes.words(settings.uploads().file());
    }

    public String largestTogether() {
        return Sizes.words(settings.uploads().submission());
    }

    public long largestFileBytes() {
        return settings.uploads().file();
    }

    public long largestTogetherBytes() {
        return settings.uploads().submission();
    }

    public int mostFiles() {
        return settings.uploads().files();
    }

    /** To whoever sent a file that is locked with a password. */
    public String locked() {
        return Locked.SENTENCE;
    }

    /** What a measure does, in a few words. */
    public String measure(Measure measure) {
        return switch (measure) {
            case RETRY -> "Send it again now";
            case HAND_OVER -> "Hand it over by other means";
            case GIVE_UP -> "Give it up and tell the sender";
        };
    }

    static String words(Duration time) {
        long minutes = Math.max(1, time.toMinutes());
        if (minutes % (24 * 60) == 0) {
            return plural(minutes / (24 * 60), "day");
        }
        return minutes % 60 == 0 ? plural(minutes / 60, "hour") : plural(minutes, "minute");
    }

    private static String plural(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static String lowerHalfOfDay(String text) {
        return text.replace("AM", "am").replace("PM", "pm");
    }
}
