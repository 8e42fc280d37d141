package org.sealpost.delivery;

import java.util.Locale;
import org.sealpost.submission.Sha256;

/** What whoever takes a sealed file to the force, and whoever gets it there, has to know. ASCII, lines of at most 100 characters. */
final class CourierNote {
    private CourierNote() {}

    static String text(Particulars of, HandedOver decision, Sha256 envelope) {
        String file = of.reference() + ".p7m";
        String proof = of.reference() + "-proof.txt";
        return String.format(
                Locale.ROOT,
                """
                A submission for the police, handed over by other means

                Reference:    %s
                For:          %s
                File:         %s
                SHA-256:      %s
                Proof:        %s
                Urgent:       %s
                Decided by:   %s and
                              %s
                Decided at:   %s

                To whoever carries it: the file is sealed, and only the force named above can open it. Give
                both files and this note to the force, into the hands of the person who was agreed with them.
                If they are lost, say so at once to those named above; nobody else can read them.

                To the force: the gateway could not get this to you, or got no receipt from you. See whether
                the file has the SHA-256 above, and take it with the command

                  bin/sealpost receive --out DIR --file %s --proof %s

                where DIR is the folder into which you always receive: so it is kept once, also if it comes by
                the queue as well. The command says where the receipt lies. Give that file back
                to whoever brought you this note, or send it to those named above; it holds nothing of
                the submission. Until the receipt is in, the gateway goes on sending.

                This note is signed by the gateway. To verify it, with the certificate of its authority:

                  openssl cms -verify -in %s-note.eml -CAfile ca.pem
                """,
                of.reference(),
                of.force(),
                file,
                envelope,
                proof,
                of.urgent() ? "yes, its form says so" : "no",
                decision.proposedBy(),
                decision.confirmedBy(),
                decision.at(),
                file,
                proof,
                of.reference());
    }
}
