package org.sealpost.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.Onlooker;
import org.sealpost.delivery.Vet;
import org.sealpost.submission.Reference;
import org.sealpost.web.signin.OperatorIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is held back because it may not be from whom it says, for the operator who decides about it. */
@Controller
@RequestMapping(HeldPages.ADDRESS)
public class HeldPages {
    static final String ADDRESS = "/operator/held";
    private static final int MOST = 100;

    private final Vet vet;
    private final Consult consult;

    public HeldPages(Vet vet, Consult consult) {
        this.vet = vet;
        this.consult = consult;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal OperatorIn who,
            @RequestParam(name = "after", defaultValue = "0") long after,
            Model model) {
        consult.many(who.by(Onlooker.Way.PAGE), Consult.Listing.HELD);
        List<Vet.Line> lines = vet.held(after, MOST);
        model.addAttribute("here", "held");
        model.addAttribute("lines", lines);
        model.addAttribute("reasons", List.of(Vet.Reason.values()));
        if (lines.size() == MOST) {
            model.addAttribute("next", lines.get(MOST - 1).of().of().number());
        }
        return "held";
    }

    @PostMapping("/{reference}/release")
    String release(
            @AuthenticationPrincipal OperatorIn who,
            @PathVariable("reference") String typed,
            HttpServletRequest request,
            RedirectAttributes news) {
        Reference reference = Act.about(typed);
        return Act.backTo(
                ADDRESS,
                vet.release(who.name(), Vet.Way.PAGE, reference),
                reference + " is released and goes to the police.",
                request,
                news);
    }

    @PostMapping("/{reference}/refusal")
    String refuse(
            @AuthenticationPrincipal OperatorIn who,
            @PathVariable("reference") String typed,
            @RequestParam("reason") String code,
            HttpServletRequest request,
            RedirectAttributes news) {
        Vet.Reason reason =
                Vet.Reason.ofCode(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Reference reference = Act.about(typed);
        return Act.backTo(
                ADDRESS,
                vet.refuse(who.name(), Vet.Way.PAGE, reference, reason),
                reference + " is refused. If that was a mistake, release it by its reference within the week.",
                request,
                news);
    }

    /** Of one that is on the list no more, because somebody has refused it. */
    @PostMapping("/release")
    String releaseRefused(
            @AuthenticationPrincipal OperatorIn who,
            @RequestParam("reference") String typed,
            HttpServletRequest request,
            RedirectAttributes news) {
        return release(who, typed, request, news);
    }
}
