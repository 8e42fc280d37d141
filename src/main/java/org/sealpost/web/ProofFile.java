package org.sealpost.web;

import java.nio.charset.StandardCharsets;
import org.sealpost.submission.Reference;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The ledger's proof for one submission as a file, by which its sender can show what the ledger says of it. */
public final class ProofFile {
    private ProofFile() {}

    public static ResponseEntity<Object> of(Reference reference, String proof) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + reference + "-proof.txt\"")
                .body(proof.getBytes(StandardCharsets.UTF_8));
    }
}
