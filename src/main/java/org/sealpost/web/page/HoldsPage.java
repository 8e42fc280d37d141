package org.sealpost.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.LegalHold;
import org.sealpost.delivery.Onlooker;
import org.sealpost.delivery.Preserve;
import org.sealpost.submission.Reference;
import org.sealpost.web.signin.OperatorIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is kept beyond its term: one operator sets a hold, two end it. */
@Controller
@RequestMapping(HoldsPage.ADDRESS)
public class HoldsPage {
    static final String ADDRESS = "/operator/holds";
    private static final int MOST = 100;

    private final Preserve preserve;
    private final Consult consult;
    private final Clock clock;

    public HoldsPage(Preserve preserve, Consult consult, Clock clock) {
        this.preserve = preserve;
        this.consult = consult;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal OperatorIn who,
            @RequestParam(name = "after", defaultValue = "0") long after,
            Model model) {
        consult.many(who.by(Onlooker.Way.PAGE), Consult.Listing.LEGAL_HOLDS);
        List<LegalHold> holds = preserve.holds(after, MOST);
        model.addAttribute("here", "holds");
        model.addAttribute("holds", holds);
        model.addAttribute("now", clock.instant());
        if (holds.size() == MOST) {
            model.addAttribute("next", holds.get(MOST - 1).number());
        }
        return "holds";
    }

    @PostMapping
    String hold(
            @AuthenticationPrincipal OperatorIn who,
            @RequestParam("reference") String typed,
            HttpServletRequest request,
            RedirectAttributes news) {
        Reference reference = Act.about(typed);
        return Act.backTo(
                ADDRESS,
                preserve.hold(who.name(), reference),
                reference + " is kept until two of you end it.",
                request,
                news);
    }

    @PostMapping("/{reference}/end")
    String proposeEnd(
            @AuthenticationPrincipal OperatorIn who,
            @PathVariable("reference") String typed,
            HttpServletRequest request,
            RedirectAttributes news) {
        Reference reference = Act.about(typed);
        return Act.backTo(
                ADDRESS,
                preserve.proposeEnd(who.name(), reference),
                "Proposed for " + reference + ". Somebody else has to confirm it within a day.",
                request,
                news);
    }

    @PostMapping("/{reference}/end/confirmation")
    String confirmEnd(
            @AuthenticationPrincipal OperatorIn who,
            @PathVariable("reference") String typed,
            HttpServletRequest request,
            RedirectAttributes news) {
        Reference reference = Act.about(typed);
        return Act.backTo(
                ADDRESS,
                preserve.confirmEnd(who.name(), reference),
                "The hold on " + reference + " is over: it is erased when its term is.",
                request,
                news);
    }
}
