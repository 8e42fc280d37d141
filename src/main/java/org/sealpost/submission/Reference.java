package org.sealpost.submission;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person reads over the telephone: {@code SP-XXXX-XXXX} in Crockford's base 32, the last symbol Crockford's
 * check symbol (the number modulo 37).
 *
 * <p>Crockford's check alphabet has five symbols beyond the 32 ({@code *~$=U}) that nobody can say on the telephone, so
 * numbers whose check symbol would be one of them are never drawn and never valid. One wrong symbol and one swap of
 * neighbours are always noticed. 35 bits: whoever draws one makes sure that it is not taken.
 */
public record Reference(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SYMBOLS = 7;

    /** @throws IllegalArgumentException unless {@code value} is written exactly as {@link #toString} writes it */
    public Reference {
        if (!canonical(value).equals(Optional.of(value))) {
            throw new IllegalArgumentException("not a Sealpost reference");
        }
    }

    /** Draws one at random. */
    public static Reference random(SecureRandom random) {
        while (true) {
            long number = random.nextLong() >>> (64 - 5 * SYMBOLS);
            if (number % 37 < ALPHABET.length()) {
                return new Reference(write(number));
            }
        }
    }

    /**
     * Understands what a person typed or heard: any case, with or without hyphens, blanks and the leading {@code SP},
     * the letter O for zero, I and L for one. Empty where the check symbol says that it was misheard.
     */
    public static Optional<Reference> parse(String typed) {
        return canonical(typed).map(Reference::new);
    }

    private static Optional<String> canonical(String typed) {
        String bare = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (bare.length() == SYMBOLS + 3 && bare.startsWith("SP")) {
            bare = bare.substring(2);
        }
        bare = bare.replace('O', '0').replace('I', '1').replace('L', '1');
        if (bare.length() != SYMBOLS + 1) {
            return Optional.empty();
        }
        long number = 0;
        for (int i = 0; i < bare.length(); i++) {
            int digit = ALPHABET.indexOf(bare.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            if (i < SYMBOLS) {
                number = number * 32 + digit;
            } else if (number % 37 != digit) {
                return Optional.empty();
            }
        }
        return Optional.of(write(number));
    }

    private static String write(long number) {
        char[] symbols = new char[SYMBOLS + 1];
        symbols[SYMBOLS] = ALPHABET.charAt((int) (number % 37));
        for (int i = SYMBOLS - 1; i >= 0; i--) {
            symbols[i] = ALPHABET.charAt((int) (number & 31));
            number >>>= 5;
        }
        String text = new String(symbols);
        return "SP-" + text.substring(0, 4) + "-" + text.substring(4);
    }

    @Override
    public String toString() {
        return value;
    }
}
