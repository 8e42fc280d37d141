package org.sealpost.reading.scan;

/** Which recognised words are no words. */
final class Letters {
    private static final double DOUBTFUL = 0.35;

    private Letters() {}

    /** A speck or a rest of a rule, read as a stroke, a dot or a bracket. */
    static boolean isNoise(Recognised word) {
        boolean sign = word.text().codePoints().noneMatch(Character::isLetterOrDigit);
        return sign && word.text().codePoints().noneMatch(c -> c == '?') && word.certainty() < DOUBTFUL
                || word.text().matches("[|_~=\u2014\u00ab\u00bb]+")
                || word.height() < 4;
    }
}
