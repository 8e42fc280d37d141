package org.sealpost.web.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * An upload whose form is in memory already. Its one parameter is the token against forged forms, so that the check for it need
 * not make the server read the body; the server itself never takes a form apart, which it would do through files.
 */
final class FormRequest extends HttpServletRequestWrapper {
    static final String TOKEN = "_csrf";

    private final List<FormPart> parts;

    FormRequest(HttpServletRequest request, List<FormPart> parts) {
        super(request);
        this.parts = List.copyOf(parts);
    }

    /** The form that came in by this request, whatever is wrapped around it. */
    static Optional<FormRequest> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getNativeRequest(request, FormRequest.class));
    }

    List<FormPart> files() {
        return parts.stream()
                .filter(part -> part.isFile() && !part.isNoChoice())
                .toList();
    }

    /** True where somebody wrote into a field: all but one token, and blanks, count as that. */
    boolean hasWords() {
        long tokens = parts.stream().filter(FormRequest::isToken).count();
        return tokens > 1
                || parts.stream()
                        .anyMatch(part -> !part.isFile()
                                && !isToken(part)
                                && !part.words().isBlank());
    }

    private static boolean isToken(FormPart part) {
        return !part.isFile() && part.field().equals(TOKEN);
    }

    @Override
    public @Nullable String getParameter(String name) {
        return name.equals(TOKEN)
                ? parts.stream()
                        .filter(FormRequest::isToken)
                        .findFirst()
                        .map(FormPart::words)
                        .orElse(null)
                : null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        String token = getParameter(TOKEN);
        return token == null ? Map.of() : Map.of(TOKEN, new String[] {token});
    }
}
