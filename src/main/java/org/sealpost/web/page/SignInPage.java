package org.sealpost.web.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in; the sign-in itself is Spring Security's. */
@Controller
public class SignInPage {
    @GetMapping("/sign-in")
    String signIn(@RequestParam(name = "problem", defaultValue = "") String problem, Model model) {
        switch (problem) {
            case "wrong" -> model.addAttribute("problem", "The name or the password is not right");
            case "wait" -> model.addAttribute("problem", "Too many wrong passwords. Wait 15 minutes, then try again");
            default -> {}
        }
        return "sign-in";
    }
}
