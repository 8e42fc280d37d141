package org.sealpost;

/**
 * Why the gateway will not start.
 *
 * @param code stable, lower-case words joined by hyphens
 * @param sentence says what is wrong and what to do about it
 */
record Problem(String code, String sentence) {
    @Override
    public String toString() {
        return code + ": " + sentence;
    }
}
