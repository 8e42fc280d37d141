package org.sealpost.web.page;

import java.util.List;
import org.sealpost.web.settings.Provider;
import org.sealpost.web.settings.WebSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page to sign in; the sign-in itself is Spring Security's. */
@Controller
public class SignInPage {
    private final boolean links;
    private final List<Provider> providers;

    public SignInPage(WebSettings settings) {
        this.providers = settings.signIns().providers();
        this.links = settings.signIns().linksFrom().isPresent();
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam(name = "problem", defaultValue = "") String problem, Model model) {
        model.addAttribute("links", links);
        model.addAttribute("providers", providers);
        switch (problem) {
            case "wrong" -> model.addAttribute("problem", "The name or the password is not right");
            case "provider" ->
                model.addAttribute(
                        "problem", "That sign-in did not work, or this service does not know you by it. Try again");
            case "link" ->
                model.addAttribute(
                        "problem",
                        "That link does not work: it works once, for 15 minutes, in the browser that asked. Ask for another");
            case "wait" -> model.addAttribute("problem", "Too many wrong passwords. Wait 15 minutes, then try again");
            default -> {}
        }
        return "sign-in";
    }

    @GetMapping("/sign-in/link")
    String askForLink() {
        return ifLinks("sign-in-link");
    }

    @GetMapping("/sign-in/link/sent")
    String linkSent() {
        return ifLinks("sign-in-link-sent");
    }

    /** Where the mail leads. Opening it does nothing yet, since mail filters open links as well. */
    @GetMapping("/sign-in/link/open")
    String openLink(@RequestParam(name = "token", defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        return ifLinks("sign-in-link-open");
    }

    /** Where a provider has led: from here the browser goes on by itself, and as from this site. */
    @GetMapping("/sign-in/done")
    String done(@RequestParam(name = "as", defaultValue = "") String as, Model model) {
        model.addAttribute(
                "next",
                switch (as) {
                    case "OPERATOR", "AUDITOR" -> "/operator/undelivered";
                    case "KEY_HOLDER" -> "/operator/keys";
                    default -> "/";
                });
        return "sign-in-done";
    }

    private String ifLinks(String page) {
        if (!links) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page;
    }
}
