package org.sealpost.web.page;

import org.jspecify.annotations.Nullable;
import org.sealpost.web.signin.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the pages who is looking, that of a problem among them. */
@ControllerAdvice
public class Visitor {
    @ModelAttribute("who")
    @Nullable String who(@AuthenticationPrincipal @Nullable SignedIn who) {
        return who == null ? null : who.account().name();
    }
}
