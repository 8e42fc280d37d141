package org.sealpost.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.sealpost.envelope.AddressSeal;
import org.sealpost.envelope.EnvelopeContext;
import org.sealpost.envelope.ReceiptExpectation;
import org.sealpost.envelope.ReceiptRefusedException;
import org.sealpost.envelope.ReceiptVerifier;
import org.sealpost.envelope.SealedEnvelope;
import org.sealpost.envelope.Sealer;
import org.sealpost.envelope.VerifiedReceipt;
import org.sealpost.reading.Cover;
import org.sealpost.reading.FormReader;
import org.sealpost.reading.Reading;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Original;
import org.sealpost.submission.Outcome;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/** Stand-ins for reading and sealing, so that the tests of this room are about this room. */
final class Fakes {
    private Fakes() {}

    /**
     * Understands nothing: a form whose text starts with {@code urgent} is urgent, one that starts with {@code locked} is locked, and of an original {@code mail:TEXT}
     * the substance is the file TEXT.
     */
    static final class Reader implements FormReader {
        int readings;
        String json = "{}";

        @Override
        public Reading read(Cover cover, List<Original> originals, Progress progress) {
            readings++;
            List<String> texts = originals.stream()
                    .map(o -> new String(o.content().array(), UTF_8))
                    .toList();
            List<Sha256> substance = texts.stream()
                    .map(t -> Sha256.of((t.startsWith("mail:") ? t.substring(5) : t).getBytes(UTF_8)))
                    .toList();
            boolean urgent = texts.stream().anyMatch(t -> t.startsWith("urgent"));
            return new Reading(
                    bytes(json),
                    urgent,
                    substance,
                    originals.size(),
                    0,
                    texts.stream().anyMatch(t -> t.startsWith("locked")));
        }
    }

    /** Seals by saying so. */
    static final class Seal implements Sealer {
        /** Of the last one. */
        String json = "";

        @Override
        public SealedEnvelope seal(
                SubmissionId id,
                Reference reference,
                PartnerId partner,
                ForceId force,
                Bytes submissionJson,
                List<Original> originals) {
            json = new String(submissionJson.array(), UTF_8);
            Bytes der = bytes("sealed " + id + " " + reference);
            EnvelopeContext context = new EnvelopeContext(
                    id, reference, partner, force, Sha256.of(), java.util.Optional.empty(), Instant.EPOCH);
            ReceiptExpectation expectation = new ReceiptExpectation(
                    id, bytes("content " + id), bytes("signature"), bytes("attributes"), der.sha256());
            return new SealedEnvelope(context, der, der.sha256(), expectation);
        }
    }

    /** Changes an address so that it cannot be read, and knows whose it is. */
    static final class Addresses implements AddressSeal {
        /** As after somebody changed the key. */
        boolean keyIsAnother;

        @Override
        public Bytes seal(SubmissionId id, ReturnAddress address) {
            String text = address instanceof ReturnAddress.ByMail mail
                    ? "m " + mail.address() + " " + mail.messageId()
                    : address instanceof ReturnAddress.ByDrop drop ? "d " + drop.fileName() : "w";
            return Bytes.of(flipped((id + " " + text).getBytes(UTF_8)));
        }

        @Override
        public ReturnAddress open(SubmissionId id, Bytes sealed) {
            String[] words = new String(flipped(sealed.array()), UTF_8).split(" ", -1);
            if (keyIsAnother || !words[0].equals(id.toString())) {
                throw new IllegalStateException("sealed for another submission");
            }
            return switch (words[1]) {
                case "m" -> new ReturnAddress.ByMail(words[2], words[3]);
                case "d" -> new ReturnAddress.ByDrop(words[2]);
                default -> new ReturnAddress.ByWeb();
            };
        }

        private static byte[] flipped(byte[] bytes) {
            byte[] flipped = bytes.clone();
            for (int i = 0; i < flipped.length; i++) {
                flipped[i] ^= 0x55;
            }
            return flipped;
        }
    }

    /** Receipts are {@code receipt FORCE ID OUTCOME} and, in base64, the checkpoint that was seen. */
    static final class Verifier implements ReceiptVerifier {
        static Bytes accepted(ForceId force, SubmissionId id) {
            return bytes("receipt " + force + " " + id + " accepted");
        }

        static Bytes refused(ForceId force, SubmissionId id) {
            return bytes("receipt " + force + " " + id + " refused");
        }

        static Bytes accepted(ForceId force, SubmissionId id, String seen) {
            String note = Base64.getEncoder().encodeToString(seen.getBytes(UTF_8));
            return bytes("receipt " + force + " " + id + " accepted " + note);
        }

        @Override
        public SubmissionId claimedSubmission(Bytes untrustedReceipt) throws ReceiptRefusedException {
            return SubmissionId.parse(words(untrustedReceipt)[2]);
        }

        @Override
        public VerifiedReceipt verify(Bytes untrustedReceipt, ReceiptExpectation expectation, ForceId force)
                throws ReceiptRefusedException {
            String[] words = words(untrustedReceipt);
            SubmissionId id = SubmissionId.parse(words[2]);
            if (!words[1].equals(force.value())
                    || !expectation.contentIdentifier().equals(bytes("content " + id))) {
                throw new ReceiptRefusedException("not-bound", "of another force or submission");
            }
            Outcome outcome = words[3].equals("accepted")
                    ? new Outcome.Accepted()
                    : new Outcome.Refused(new Refusal("cannot-open", "The force could not open it."));
            Optional<String> seen = words.length == 4
                    ? Optional.empty()
                    : Optional.of(new String(Base64.getDecoder().decode(words[4]), UTF_8));
            return new VerifiedReceipt(id, outcome, Instant.EPOCH, seen, untrustedReceipt);
        }

        private static String[] words(Bytes receipt) throws ReceiptRefusedException {
            String[] words = new String(receipt.array(), UTF_8).split(" ");
            if (words.length < 4 || words.length > 5) {
                throw new ReceiptRefusedException("not-a-receipt", "something else");
            }
            return words;
        }
    }

    static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(UTF_8));
    }
}
