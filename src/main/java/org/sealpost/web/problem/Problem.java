package org.sealpost.web.problem;

/**
 * An answer that is not what the client hoped for.
 *
 * @param status of HTTP
 * @param code stable, for programs: lower-case words joined by hyphens
 * @param title the kind of problem in few words
 * @param detail a plain sentence or two for the person; holds nothing of the content
 */
public record Problem(int status, String code, String title, String detail) {
    /** The media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The members of RFC 9457, section 3.1, and {@code code}. */
    public Body body() {
        return new Body("urn:sealpost:problem:" + code, title, status, detail, code);
    }

    /** As it goes out in JSON. */
    public record Body(String type, String title, int status, String detail, String code) {}
}
