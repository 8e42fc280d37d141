package org.sealpost.web.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Onlooker;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Reference;
import org.sealpost.web.ProofFile;
import org.sealpost.web.signin.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** What became of the partner's own submissions. Another partner's are as unknown as those that never were. */
@Controller
@RequestMapping("/submissions")
public class SubmissionPages {
    private static final int MOST = 50;

    private final Inquire inquire;
    private final Consult consult;
    private final PageWords words;

    public SubmissionPages(Inquire inquire, Consult consult, PageWords words) {
        this.inquire = inquire;
        this.consult = consult;
        this.words = words;
    }

    @GetMapping
    String recent(@AuthenticationPrincipal SignedIn who, Model model) {
        consult.many(who.by(Onlooker.Way.PAGE), Consult.Listing.SENT);
        List<Row> rows = inquire.recent(who.sender().partner(), Channel.WEB, MOST).stream()
                .map(record -> new Row(record.reference(), record.admittedAt(), timeline(record)))
                .toList();
        model.addAttribute("here", "sent");
        model.addAttribute("rows", rows);
        return "submissions";
    }

    @GetMapping("/{reference}/confirmation")
    String confirmation(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("reference") String reference,
            @RequestParam(name = "again", required = false) @Nullable String again,
            Model model) {
        Inquire.Record record = look(who, reference, Consult.Part.STANDING);
        model.addAttribute("record", record);
        model.addAttribute("again", again != null);
        return "confirmation";
    }

    @GetMapping("/{reference}")
    String status(@AuthenticationPrincipal SignedIn who, @PathVariable("reference") String reference, Model model) {
        Inquire.Record record = look(who, reference, Consult.Part.STANDING);
        model.addAttribute("record", record);
        model.addAttribute("timeline", timeline(record));
        return "status";
    }

    /** For the status page, which asks until the last word is in. */
    @GetMapping(path = "/{reference}/standing", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Now standing(@AuthenticationPrincipal SignedIn who, @PathVariable("reference") String reference) {
        Timeline timeline = timeline(look(who, reference, Consult.Part.STANDING));
        return new Now(timeline.word(), timeline.last());
    }

    /** For whoever wants to show one day that it was sent on, and when. */
    @GetMapping("/{reference}/proof")
    ResponseEntity<Object> proof(@AuthenticationPrincipal SignedIn who, @PathVariable("reference") String reference) {
        Inquire.Record record = look(who, reference, Consult.Part.PROOF);
        return inquire.proof(record.partner(), record.reference())
                .map(proof -> ProofFile.of(record.reference(), proof))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Timeline timeline(Inquire.Record record) {
        return Timeline.of(record, words.force(record.force()));
    }

    /** In the ledger first, then on the page. */
    private Inquire.Record look(SignedIn who, String typed, Consult.Part part) {
        Inquire.Record record = find(who, typed);
        consult.one(who.by(Onlooker.Way.PAGE), record.reference(), part);
        return record;
    }

    private Inquire.Record find(SignedIn who, String typed) {
        return Reference.parse(typed)
                .flatMap(reference -> inquire.find(who.sender().partner(), reference))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A line of the list. */
    record Row(Reference reference, Instant at, Timeline timeline) {}

    /** The standing in a word, and whether it is the last. */
    record Now(String standing, boolean last) {}
}
