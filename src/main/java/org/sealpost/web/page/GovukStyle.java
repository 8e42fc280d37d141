package org.sealpost.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * GOV.UK Frontend's style sheet without the font that belongs to GOV.UK's own domain, so that no browser even asks for it;
 * Arial, which GOV.UK Frontend names next, takes its place.
 */
public final class GovukStyle implements ResourceTransformer {
    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource before = chain.transform(request, resource);
        return new TransformedResource(
                before,
                withoutItsFont(before.getContentAsString(StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
    }

    static String withoutItsFont(String css) {
        return css.replaceAll("@font-face\\s*\\{[^}]*}", "").replaceAll("\"?GDS Transport\"?\\s*,\\s*", "");
    }
}
