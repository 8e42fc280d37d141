package org.sealpost.submission;

import java.util.Arrays;
import java.util.Optional;

/** Why it is not believed that a letter is from whom it says. The word is stable; neither holds anything of the letter. */
public enum Doubt {
    DMARC_FAILS("dmarc-fail", "The mail server in front says that the sender's domain disowns it (DMARC)."),
    DMARC_MISSING("dmarc-missing", "The mail server in front does not say that it passed DMARC."),
    DKIM_MISSING("dkim-missing", "No DKIM signature of the sender's domain verifies."),
    DKIM_KEY_OUT_OF_REACH("dkim-key-out-of-reach", "The key of its DKIM signature could not be looked up."),
    SMIME_FALSE("smime-false", "Its S/MIME signature does not fit what was signed: it was changed on its way."),
    SMIME_STRANGER("smime-stranger", "Its S/MIME signature is of nobody who signs for this sender."),
    SMIME_MISSING("smime-missing", "It has no S/MIME signature that could be checked."),
    RELAY_MISSING("relay-missing", "The mail server in front does not vouch for the sender.");

    private final String word;
    private final String sentence;

    Doubt(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** Its stable word in the ledger, the log and the database. */
    public String word() {
        return word;
    }

    /** For whoever decides about it. */
    public String sentence() {
        return sentence;
    }

    public static Optional<Doubt> ofWord(String word) {
        return Arrays.stream(values()).filter(d -> d.word.equals(word)).findFirst();
    }
}
