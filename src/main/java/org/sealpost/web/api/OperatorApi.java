package org.sealpost.web.api;

import jakarta.servlet.http.HttpServletRequest;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.Courier;
import org.sealpost.delivery.Intervene;
import org.sealpost.delivery.Onlooker;
import org.sealpost.delivery.Vet;
import org.sealpost.submission.Bytes;
import org.sealpost.web.problem.Problem;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.signin.OperatorIn;
import org.sealpost.web.upload.Received;
import org.sealpost.web.upload.RequestFiles;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of what is not delivered, and receipts that come by other means, for an operator's programs. Decisions are people's. */
@RestController
@RequestMapping("/api/operator")
public class OperatorApi {
    private static final int MOST = 1000;

    private final Intervene intervene;
    private final Vet vet;
    private final Courier courier;
    private final Consult consult;
    private final RequestFiles files;
    private final Problems problems;

    public OperatorApi(
            Intervene intervene, Vet vet, Courier courier, Consult consult, RequestFiles files, Problems problems) {
        this.intervene = intervene;
        this.vet = vet;
        this.courier = courier;
        this.consult = consult;
        this.files = files;
        this.problems = problems;
    }

    @GetMapping(path = "/undelivered", produces = MediaType.APPLICATION_JSON_VALUE)
    UndeliveredAnswer list(
            @AuthenticationPrincipal OperatorIn who,
            @RequestParam(name = "after", defaultValue = "-1") long after,
            @RequestParam(name = "most", defaultValue = "100") int asked) {
        int most = Math.max(1, Math.min(asked, MOST));
        consult.many(who.by(Onlooker.Way.API), Consult.Listing.UNDELIVERED);
        return UndeliveredAnswer.of(intervene.undelivered(after, most), most);
    }

    @GetMapping(path = "/held", produces = MediaType.APPLICATION_JSON_VALUE)
    HeldAnswer held(
            @AuthenticationPrincipal OperatorIn who,
            @RequestParam(name = "after", defaultValue = "0") long after,
            @RequestParam(name = "most", defaultValue = "100") int asked) {
        int most = Math.max(1, Math.min(asked, MOST));
        consult.many(who.by(Onlooker.Way.API), Consult.Listing.HELD);
        return HeldAnswer.of(vet.held(after, most), most);
    }

    @PostMapping("/receipts")
    ResponseEntity<Object> bring(@AuthenticationPrincipal OperatorIn who, HttpServletRequest request) {
        Received received = files.of(request);
        if (received instanceof Received.Trouble trouble) {
            return answer(trouble.problem());
        }
        Bytes receipt = ((Received.Files) received).originals().get(0).content();
        return courier.bring(who.name(), receipt)
                .map(why -> answer(problems.refused(why)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static ResponseEntity<Object> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }
}
