package org.sealpost.submission;

import java.util.regex.Pattern;

/** The one shape of a name that stands in file paths, queue names and certificates alike. */
final class Slug {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private Slug() {}

    static String check(String value) {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a name has 1 to 63 lower-case letters, digits and inner hyphens, and this one has not: " + value);
        }
        return value;
    }
}
