package org.sealpost.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an operator does on a page: about a reference, and back to the page with what became of it. */
final class Act {
    private Act() {}

    /** Of a form that only our own pages make: anything else is not there. */
    static Reference about(String typed) {
        return Reference.parse(typed).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param done what is said where nothing stood against it */
    static String backTo(
            String page, Optional<Refusal> answer, String done, HttpServletRequest request, RedirectAttributes news) {
        answer.ifPresentOrElse(
                why -> news.addFlashAttribute("problem", why.sentence()), () -> news.addFlashAttribute("done", done));
        return backTo(page, request);
    }

    static String backTo(String page, HttpServletRequest request) {
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:" + page;
    }
}
