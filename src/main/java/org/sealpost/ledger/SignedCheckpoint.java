package org.sealpost.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checkpoint as a signed note (C2SP signed-note) with exactly one signature, the ledger's own. Parsed, not yet
 * believed: {@link #verify} is the only way to what it says.
 */
public final class SignedCheckpoint {
    private static final Pattern NOTE = Pattern.compile(
            "([^\\s+]{1,200})\n([0-9]{1,19})\n([A-Za-z0-9+/]{43}=)\n\n\u2014 ([^\\s+]{1,200}) ([A-Za-z0-9+/]{91}=)\n");

    private final Checkpoint untrusted;
    private final String signature;

    private SignedCheckpoint(Checkpoint untrusted, String signature) {
        this.untrusted = untrusted;
        this.signature = signature;
    }

    /** @throws LedgerRefusedException unless it is written exactly as {@link #text} writes it */
    public static SignedCheckpoint parse(String note) throws LedgerRefusedException {
        Matcher parts = NOTE.matcher(note);
        if (!parts.matches() || !parts.group(1).equals(parts.group(4))) {
            throw new LedgerRefusedException("not-a-checkpoint", "What should be a signed checkpoint is not.");
        }
        return of(parts.group(1), parts.group(2), parts.group(3), parts.group(5));
    }

    static SignedCheckpoint of(String origin, String size, String root, String signature)
            throws LedgerRefusedException {
        Strict.unbase64(signature, LedgerKey.SIGNATURE_LENGTH);
        return new SignedCheckpoint(new Checkpoint(origin, Strict.number(size), Strict.hash(root)), signature);
    }

    static SignedCheckpoint signed(Checkpoint checkpoint, byte[] signature) {
        return new SignedCheckpoint(checkpoint, Strict.base64(signature));
    }

    /** @throws LedgerRefusedException unless that key signed it */
    public Checkpoint verify(LedgerKey key) throws LedgerRefusedException {
        if (!untrusted.origin().equals(key.origin())) {
            throw new LedgerRefusedException("wrong-origin", "A checkpoint is another ledger's.");
        }
        if (!key.verifies(untrusted.body(), Strict.unbase64(signature))) {
            throw new LedgerRefusedException("wrong-signature", "A checkpoint's signature is not the ledger's.");
        }
        return untrusted;
    }

    /** Root and signature, for a line of an export. */
    String rootAndSignature() {
        return Strict.base64(untrusted.root().bytes()) + " " + signature;
    }

    /** What it claims, before anything was verified. */
    Checkpoint untrusted() {
        return untrusted;
    }

    /** The signed note. */
    public String text() {
        return untrusted.body() + "\n\u2014 " + untrusted.origin() + " " + signature + "\n";
    }

    @Override
    public String toString() {
        return text();
    }
}
