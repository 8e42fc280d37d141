package org.sealpost.reading.meaning.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accounts on social networks: "Snapchat: gaz_xx", "gaz_xx (Snapchat)", "@gaz on Instagram". Immutable. */
public final class OnlineIdentities {
    private final Pattern service;

    public OnlineIdentities(List<String> services) {
        service = Pattern.compile("(?i)(?<![\\p{L}\\p{N}@._])("
                + String.join("|", services.stream().map(Pattern::quote).toList()) + ")(?![\\p{L}\\p{N}._])");
    }

    public record Found(@Nullable String service, String username, String text) {}

    /** @param asked the service that the label itself names ("Snapchat"), null where it names none */
    public List<Found> ofBox(String written, @Nullable String asked) {
        List<Found> found = new ArrayList<>();
        for (String part : written.split("[\\n;,]+|\\s+(?:and|&)\\s+", -1)) {
            Matcher m = service.matcher(part);
            String named = m.find() ? m.group(1) : asked;
            String rest = named == null ? part : service.matcher(part).replaceAll(" ");
            String username = rest.replaceAll(
                            "(?i)\\b(?:on|is|user ?name|handle|account|name|as|profile|uses?)\\b", " ")
                    .replaceAll("[\\s:()=\u2013\"-]+$|^[\\s:()=\u2013\"-]+", "")
                    .strip();
            if (!username.isEmpty() && username.split("\\s+", -1).length <= 3) {
                found.add(new Found(named, username, part.strip()));
            }
        }
        return found;
    }

    /** The service that a label names. */
    public @Nullable String service(String label) {
        Matcher m = service.matcher(label);
        return m.find() && !m.group(1).toLowerCase(Locale.ROOT).equals("x") ? m.group(1) : null;
    }
}
