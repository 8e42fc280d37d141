package org.sealpost.web.api;

import java.util.List;
import java.util.Optional;
import org.sealpost.delivery.Certificate;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.Onlooker;
import org.sealpost.delivery.Reconcile;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.web.problem.Problem;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.signin.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reconciliation certificates of one partner, for its own people and programs. */
@RestController
@RequestMapping("/api/certificates")
public class CertificatesApi {
    private static final int MOST = 400;

    private final Reconcile reconcile;
    private final Consult consult;
    private final Problems problems;

    public CertificatesApi(Reconcile reconcile, Consult consult, Problems problems) {
        this.consult = consult;
        this.reconcile = reconcile;
        this.problems = problems;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<Listed> list(@AuthenticationPrincipal SignedIn who) {
        consult.many(who.by(Onlooker.Way.API), Consult.Listing.CERTIFICATES);
        return reconcile.certificates(Optional.of(who.sender().partner()), MOST).stream()
                .map(Listed::of)
                .toList();
    }

    @GetMapping("/{force}/{number}")
    ResponseEntity<Object> one(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("force") String force,
            @PathVariable("number") long number) {
        PartnerId partner = who.sender().partner();
        consult.many(who.by(Onlooker.Way.API), Consult.Listing.CERTIFICATES);
        return force(force)
                .flatMap(known -> reconcile.signed(number, partner, known))
                .<ResponseEntity<Object>>map(note -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("message/rfc822"))
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"certificate-" + number + "-" + force + ".eml\"")
                        .body(note.array()))
                .orElseGet(() -> answer(problems.notFound()));
    }

    private static Optional<ForceId> force(String untrusted) {
        try {
            return Optional.of(new ForceId(untrusted));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Object> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }

    /** One line of the list. */
    record Listed(long number, String force, String made, String certificate) {
        static Listed of(Certificate of) {
            return new Listed(
                    of.number(),
                    of.force().value(),
                    of.at().toString(),
                    "/api/certificates/" + of.force() + "/" + of.number());
        }
    }
}
