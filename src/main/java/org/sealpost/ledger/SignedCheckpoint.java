package org.sealpost.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checkpoint as a signed note (C2SP signed-note) with the ledger's own signature and, after it, at most one witness's
 * cosignature. Parsed, not yet believed: {@link #verify} is the only way to what it says.
 */
public final class SignedCheckpoint {
    private static final Pattern NOTE = Pattern.compile(
            "([^\\s+]{1,200})\n([0-9]{1,19})\n([A-Za-z0-9+/]{43}=)\n\n\u2014 ([^\\s+]{1,200}) ([A-Za-z0-9+/]{91}=)\n"
                    + "(?:\u2014 ([^\\s+]{1,200}) ([A-Za-z0-9+/]{102}==)\n)?");

    private final Checkpoint untrusted;
    private final String signature;
    private final Optional<Cosignature> cosignature;

    private SignedCheckpoint(Checkpoint untrusted, String signature, Optional<Cosignature> cosignature) {
        this.untrusted = untrusted;
        this.signature = signature;
        this.cosignature = cosignature;
    }

    /** @throws LedgerRefusedException unless it is written exactly as {@link #text} writes it */
    public static SignedCheckpoint parse(String note) throws LedgerRefusedException {
        Matcher parts = NOTE.matcher(note);
        if (!parts.matches() || !parts.group(1).equals(parts.group(4))) {
            throw new LedgerRefusedException("not-a-checkpoint", "What should be a signed checkpoint is not.");
        }
        SignedCheckpoint checkpoint = of(parts.group(1), parts.group(2), parts.group(3), parts.group(5));
        return parts.group(6) == null
                ? checkpoint
                : checkpoint.cosigned(parts.group(6), Strict.unbase64(parts.group(7), WitnessKey.COSIGNATURE_LENGTH));
    }

    /**
     * What {@link #text} gave and was kept by ourselves.
     *
     * @throws IllegalStateException where it is damaged
     */
    public static SignedCheckpoint kept(String note) {
        try {
            return parse(note);
        } catch (LedgerRefusedException e) {
            throw new IllegalStateException("a checkpoint that was kept cannot be read", e);
        }
    }

    static SignedCheckpoint of(String origin, String size, String root, String signature)
            throws LedgerRefusedException {
        Strict.unbase64(signature, LedgerKey.SIGNATURE_LENGTH);
        return new SignedCheckpoint(
                new Checkpoint(origin, Strict.number(size), Strict.hash(root)), signature, Optional.empty());
    }

    static SignedCheckpoint signed(Checkpoint checkpoint, byte[] signature) {
        return new SignedCheckpoint(checkpoint, Strict.base64(signature), Optional.empty());
    }

    SignedCheckpoint cosigned(String witness, byte[] bytes) {
        return new SignedCheckpoint(untrusted, signature, Optional.of(new Cosignature(witness, Strict.base64(bytes))));
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

    /**
     * When the witness of that key says that it saw this checkpoint.
     *
     * @throws LedgerRefusedException unless that witness has cosigned it
     */
    public Instant cosignedAt(WitnessKey witness) throws LedgerRefusedException {
        if (cosignature.isEmpty() || !cosignature.get().witness.equals(witness.name())) {
            throw new LedgerRefusedException("not-cosigned", "A checkpoint lacks that witness's cosignature.");
        }
        return witness.verified(untrusted, Strict.unbase64(cosignature.get().base64));
    }

    /** Whether any witness is said to have cosigned it. */
    public boolean isCosigned() {
        return cosignature.isPresent();
    }

    /** Whether it covers the entry at that place of the ledger, if it is believed. */
    public boolean covers(long index) {
        return index < untrusted.size();
    }

    /** Whether it covers more than the other, if both are believed. */
    public boolean isNewerThan(SignedCheckpoint other) {
        return untrusted.size() > other.untrusted.size();
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
        return untrusted.body() + "\n\u2014 " + untrusted.origin() + " " + signature + "\n"
                + cosignature
                        .map(c -> "\u2014 " + c.witness + " " + c.base64 + "\n")
                        .orElse("");
    }

    private record Cosignature(String witness, String base64) {}

    @Override
    public String toString() {
        return text();
    }
}
