package org.sealpost.submission;

import java.util.regex.Pattern;

/**
 * Why something was not taken: a value, not a fault. The code is stable and may be relied on by programs; the sentence is
 * plain English for the sender and holds nothing of the content.
 *
 * @param code like {@code too-large}: lower-case words joined by hyphens
 */
public record Refusal(String code, String sentence) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Refusal {
        if (!CODE.matcher(code).matches() || code.length() > 64) {
            throw new IllegalArgumentException("a refusal's code is lower-case words joined by hyphens");
        }
    }
}
