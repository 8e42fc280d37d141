package org.sealpost.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.Courier;
import org.sealpost.delivery.Intervene;
import org.sealpost.delivery.Measure;
import org.sealpost.delivery.Onlooker;
import org.sealpost.delivery.Warnings;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Reference;
import org.sealpost.web.ProofFile;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.signin.OperatorIn;
import org.sealpost.web.upload.Received;
import org.sealpost.web.upload.RequestFiles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** The list of what is not delivered, for those who look after the gateway, and what two of them may decide. */
@Controller
@RequestMapping("/operator")
public class OperatorPages {
    private static final String LIST = "/operator/undelivered";
    private static final int MOST = 100;

    private final Intervene intervene;
    private final Courier courier;
    private final Consult consult;
    private final RequestFiles files;
    private final Problems problems;
    private final ObjectProvider<Warnings> warnings;

    public OperatorPages(
            Intervene intervene,
            Courier courier,
            Consult consult,
            RequestFiles files,
            Problems problems,
            ObjectProvider<Warnings> warnings) {
        this.intervene = intervene;
        this.courier = courier;
        this.consult = consult;
        this.files = files;
        this.problems = problems;
        this.warnings = warnings;
    }

    @GetMapping("/undelivered")
    String list(
            @AuthenticationPrincipal OperatorIn who,
            @RequestParam(name = "after", defaultValue = "-1") long after,
            @RequestParam(name = "problem", defaultValue = "") String code,
            Model model) {
        problems.ofPage(code).ifPresent(problem -> model.addAttribute("problem", problem.detail()));
        consult.many(who.by(Onlooker.Way.PAGE), Consult.Listing.UNDELIVERED);
        Intervene.Page page = intervene.undelivered(after, MOST);
        model.addAttribute("here", "undelivered");
        model.addAttribute("lines", page.lines());
        model.addAttribute("backlog", page.backlog());
        model.addAttribute(
                "warnings",
                warnings.orderedStream().flatMap(kind -> kind.now().stream()).toList());
        model.addAttribute("measures", List.of(Measure.values()));
        if (page.lines().size() == MOST) {
            model.addAttribute("next", page.lines().get(MOST - 1).of().position());
        }
        return "undelivered";
    }

    @PostMapping("/undelivered/{reference}/proposals")
    String propose(
            @AuthenticationPrincipal OperatorIn who,
            @PathVariable("reference") String typed,
            @RequestParam("measure") String word,
            HttpServletRequest request,
            RedirectAttributes news) {
        Measure measure = Measure.ofWord(word).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Reference reference = Act.about(typed);
        return Act.backTo(
                LIST,
                intervene.propose(who.name(), reference, measure),
                "Proposed for " + reference + ". Somebody else has to confirm it within a day.",
                request,
                news);
    }

    @PostMapping("/undelivered/{reference}/confirmations")
    String confirm(
            @AuthenticationPrincipal OperatorIn who,
            @PathVariable("reference") String typed,
            @RequestParam("proposal") long proposal,
            HttpServletRequest request,
            RedirectAttributes news) {
        Reference reference = Act.about(typed);
        return Act.backTo(
                LIST, intervene.confirm(who.name(), reference, proposal), "Done for " + reference + ".", request, news);
    }

    @PostMapping("/undelivered/{reference}/drops")
    String drop(
            @AuthenticationPrincipal OperatorIn who,
            @PathVariable("reference") String typed,
            @RequestParam("proposal") long proposal,
            HttpServletRequest request,
            RedirectAttributes news) {
        Reference reference = Act.about(typed);
        return Act.backTo(
                LIST,
                intervene.drop(who.name(), reference, proposal),
                "Nothing is proposed for " + reference + " any more.",
                request,
                news);
    }

    /** A force's receipt that came by other means. */
    @PostMapping("/receipts")
    String bring(@AuthenticationPrincipal OperatorIn who, HttpServletRequest request, RedirectAttributes news) {
        Received received = files.ofPage(request);
        if (received instanceof Received.Trouble trouble) {
            news.addFlashAttribute("problem", trouble.problem().detail());
            return Act.backTo(LIST, request);
        }
        Bytes receipt = ((Received.Files) received).originals().get(0).content();
        return Act.backTo(LIST, courier.bring(who.name(), receipt), "The receipt is taken.", request, news);
    }

    /** Who takes it stands in the ledger, so no link does. */
    @PostMapping("/undelivered/{reference}/envelope")
    ResponseEntity<Object> envelope(@AuthenticationPrincipal OperatorIn who, @PathVariable("reference") String typed) {
        Reference reference = Act.about(typed);
        return file(
                courier.take(who.name(), reference),
                "application/pkcs7-mime; smime-type=authEnveloped-data",
                reference + ".p7m");
    }

    @GetMapping("/undelivered/{reference}/proof")
    ResponseEntity<Object> proof(@AuthenticationPrincipal OperatorIn who, @PathVariable("reference") String typed) {
        Reference reference = Act.about(typed);
        return papers(who, reference, Consult.Part.PROOF)
                .map(papers -> ProofFile.of(reference, papers.proof()))
                .orElseThrow(OperatorPages::notFound);
    }

    @GetMapping("/undelivered/{reference}/note")
    ResponseEntity<Object> note(@AuthenticationPrincipal OperatorIn who, @PathVariable("reference") String typed) {
        Reference reference = Act.about(typed);
        return file(
                papers(who, reference, Consult.Part.NOTE).map(Courier.Papers::note),
                "message/rfc822",
                reference + "-note.eml");
    }

    private Optional<Courier.Papers> papers(OperatorIn who, Reference reference, Consult.Part part) {
        Optional<Courier.Papers> papers = courier.papers(reference);
        papers.ifPresent(found -> consult.one(who.by(Onlooker.Way.PAGE), reference, part));
        return papers;
    }

    private static ResponseEntity<Object> file(Optional<Bytes> content, String type, String name) {
        return ResponseEntity.ok()
                .header("Content-Type", type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(content.orElseThrow(OperatorPages::notFound).array());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
