package org.sealpost.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Onlooker;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.web.ProofFile;
import org.sealpost.web.problem.Problem;
import org.sealpost.web.problem.ProblemWriter;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.signin.SignedIn;
import org.sealpost.web.upload.RequestFiles;
import org.sealpost.web.upload.Sending;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Sends and asks, for programs. */
@RestController
@RequestMapping("/api/submissions")
public class SubmissionsApi {
    private final RequestFiles files;
    private final Sending sending;
    private final Inquire inquire;
    private final Consult consult;
    private final Problems problems;

    public SubmissionsApi(RequestFiles files, Sending sending, Inquire inquire, Consult consult, Problems problems) {
        this.files = files;
        this.sending = sending;
        this.inquire = inquire;
        this.consult = consult;
        this.problems = problems;
    }

    @PostMapping
    ResponseEntity<Object> send(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        Sending.Sent sent = sending.send(who.sender(), files.of(request), Admit.Progress.NOBODY);
        if (sent instanceof Sending.Sent.NotTaken not) {
            return answer(not.problem());
        }
        Admission.Admitted admitted = ((Sending.Sent.Taken) sent).admitted();
        String status = url(admitted.reference());
        return ResponseEntity.created(URI.create(status))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Taken(
                        admitted.reference().value(),
                        admitted.id().toString(),
                        status,
                        admitted.at(),
                        admitted.again(),
                        admitted.locked() ? StandingAnswer.Why.LOCKED : null));
    }

    @GetMapping("/{reference}")
    ResponseEntity<Object> standing(
            @AuthenticationPrincipal SignedIn who, @PathVariable("reference") String reference) {
        Optional<Inquire.Record> record = look(who, reference, Consult.Part.STANDING);
        return record.isEmpty()
                ? answer(problems.notFound())
                : ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(StandingAnswer.of(record.get(), url(record.get().reference())));
    }

    @GetMapping("/{reference}/receipt")
    ResponseEntity<Object> receipt(@AuthenticationPrincipal SignedIn who, @PathVariable("reference") String typed) {
        Optional<Inquire.Record> record = look(who, typed, Consult.Part.RECEIPT);
        if (record.isEmpty()) {
            return answer(problems.notFound());
        }
        PartnerId partner = who.sender().partner();
        Reference reference = record.get().reference();
        Optional<Bytes> receipt = inquire.receipt(partner, reference);
        return receipt.isEmpty()
                ? answer(problems.noReceiptYet())
                : ResponseEntity.ok()
                        .header("Content-Type", "application/pkcs7-mime; smime-type=signed-receipt")
                        .header("Content-Disposition", "attachment; filename=\"" + reference + "-receipt.p7m\"")
                        .body(receipt.get().array());
    }

    @GetMapping("/{reference}/proof")
    ResponseEntity<Object> proof(@AuthenticationPrincipal SignedIn who, @PathVariable("reference") String typed) {
        return look(who, typed, Consult.Part.PROOF)
                .flatMap(record -> inquire.proof(record.partner(), record.reference())
                        .map(proof -> ProofFile.of(record.reference(), proof)))
                .orElseGet(() -> answer(problems.notFound()));
    }

    /** In the ledger first, then in the answer. */
    private Optional<Inquire.Record> look(SignedIn who, String typed, Consult.Part part) {
        Optional<Inquire.Record> record = find(who, typed);
        record.ifPresent(found -> consult.one(who.by(Onlooker.Way.API), found.reference(), part));
        return record;
    }

    private Optional<Inquire.Record> find(SignedIn who, String typed) {
        return Reference.parse(typed).flatMap(known -> inquire.find(who.sender().partner(), known));
    }

    private static String url(Reference reference) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/submissions/" + reference)
                .toUriString();
    }

    private static ResponseEntity<Object> answer(Problem problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        ProblemWriter.retryAfter(problem).ifPresent(seconds -> answer.header("Retry-After", Integer.toString(seconds)));
        return answer.body(problem.body());
    }

    /**
     * It is in custody.
     *
     * @param status the address that says where it stands
     * @param attention what the sender should do something about: a file that is locked with a password
     * @param again true where the same files were sent before, and this is what became of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(
            String reference,
            String id,
            String status,
            Instant receivedAt,
            boolean again,
            StandingAnswer.@Nullable Why attention) {}
}
