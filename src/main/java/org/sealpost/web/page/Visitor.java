package org.sealpost.web.page;

import org.jspecify.annotations.Nullable;
import org.sealpost.web.signin.OperatorIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the pages who is looking, that of a problem among them. */
@ControllerAdvice
public class Visitor {
    @ModelAttribute("who")
    @Nullable String who(@AuthenticationPrincipal @Nullable UserDetails who) {
        return who == null ? null : who.getUsername();
    }

    @ModelAttribute("operator")
    boolean operator(@AuthenticationPrincipal @Nullable UserDetails who) {
        return who instanceof OperatorIn;
    }
}
