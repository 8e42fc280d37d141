package org.sealpost.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sealpost.delivery.Admit;
import org.sealpost.web.problem.Problem;
import org.sealpost.web.problem.ProblemWriter;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.signin.SignedIn;
import org.sealpost.web.upload.ProgressBoard;
import org.sealpost.web.upload.RequestFiles;
import org.sealpost.web.upload.Sending;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/**
 * The page to send from. It works as a plain form; with a script the same address answers in JSON and the page shows how
 * far the upload is.
 */
@Controller
public class SendPage {
    private final RequestFiles files;
    private final Sending sending;
    private final ProgressBoard board;
    private final Problems problems;

    public SendPage(RequestFiles files, Sending sending, ProgressBoard board, Problems problems) {
        this.files = files;
        this.sending = sending;
        this.board = board;
        this.problems = problems;
    }

    @GetMapping("/")
    String show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(name = "problem", defaultValue = "") String code,
            Model model) {
        model.addAttribute("here", "send");
        model.addAttribute("force", who.sender().force());
        problems.ofPage(code).ifPresent(problem -> model.addAttribute("problem", problem.detail()));
        return "send";
    }

    @PostMapping(path = "/submissions", produces = MediaType.TEXT_HTML_VALUE)
    String send(
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Sending.Sent sent = sending.send(who.sender(), files.ofPage(request), Admit.Progress.NOBODY);
        if (sent instanceof Sending.Sent.NotTaken not) {
            response.setStatus(not.problem().status());
            ProblemWriter.retryAfter(not.problem())
                    .ifPresent(seconds -> response.setHeader("Retry-After", Integer.toString(seconds)));
            model.addAttribute("here", "send");
            model.addAttribute("force", who.sender().force());
            model.addAttribute("problem", not.problem().detail());
            return "send";
        }
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:" + confirmation((Sending.Sent.Taken) sent);
    }

    @PostMapping(path = "/submissions", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Object> sendByScript(
            @AuthenticationPrincipal SignedIn who,
            @RequestHeader(name = "X-Upload-Token", defaultValue = "") String token,
            HttpServletRequest request) {
        Admit.Progress progress = board.follow(who.sender().name(), token);
        Sending.Sent sent = sending.send(who.sender(), files.ofPage(request), progress);
        if (sent instanceof Sending.Sent.NotTaken not) {
            Problem problem = not.problem();
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem.body());
        }
        return ResponseEntity.ok(new Next(request.getContextPath() + confirmation((Sending.Sent.Taken) sent)));
    }

    @GetMapping(path = "/uploads/{token}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ProgressBoard.Step progress(@AuthenticationPrincipal SignedIn who, @PathVariable("token") String token) {
        return board.look(who.sender().name(), token);
    }

    private static String confirmation(Sending.Sent.Taken taken) {
        return "/submissions/" + taken.admitted().reference() + "/confirmation"
                + (taken.admitted().again() ? "?again" : "");
    }

    /** Where the page goes when its upload is in custody. */
    record Next(String location) {}
}
