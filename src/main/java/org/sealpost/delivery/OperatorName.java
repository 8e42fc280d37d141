package org.sealpost.delivery;

import java.util.Locale;
import java.util.regex.Pattern;

/** A person who looks after the gateway, as the ledger names that person: 1 to 100 printable ASCII characters without blanks and quotes. */
public record OperatorName(String value) {
    private static final Pattern SHAPE = Pattern.compile("[!#-\\[\\]-~]{1,100}");

    /** @throws IllegalArgumentException where it has another shape */
    public OperatorName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an operator's name has 1 to 100 printable ASCII characters, no blanks and no quotes");
        }
    }

    /** Names are compared without regard to case, as they are at the sign-in. */
    boolean isTheSamePersonAs(OperatorName other) {
        return value.toLowerCase(Locale.ROOT).equals(other.value.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
