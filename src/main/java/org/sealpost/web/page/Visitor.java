package org.sealpost.web.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.sealpost.web.settings.Duty;
import org.sealpost.web.signin.OperatorIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.csrf.CsrfToken;
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

    /** Whether the forms by which something is decided are shown. */
    @ModelAttribute("decides")
    boolean decides(@AuthenticationPrincipal @Nullable UserDetails who) {
        return who instanceof OperatorIn operator && operator.duty() == Duty.OPERATOR;
    }

    @ModelAttribute("home")
    String home(@AuthenticationPrincipal @Nullable UserDetails who) {
        if (who instanceof OperatorIn operator) {
            return operator.home();
        }
        return "/";
    }

    /** Whether a form can be sent from here at all: where there is no token, as in answers of the API's door, there is none. */
    @ModelAttribute("forms")
    boolean forms(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) != null;
    }
}
