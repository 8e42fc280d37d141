package org.sealpost.channel.mail;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.channel.mail.Senders.Sender;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
import org.sealpost.sender.Policy;
import org.sealpost.sender.SenderCheck;
import org.sealpost.sender.Verdict;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Original;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.Source;

/**
 * Makes an arrival of a letter: the whole message, as it stands, from the partner whose address it bears. Safe to share
 * between threads.
 */
public final class EmailArrivals {
    private static final Refusal TOO_LARGE = new Refusal(
            "too-large", "The e-mail is larger than we can take. Please send it in smaller parts, or use the website.");
    private static final Refusal UNKNOWN = new Refusal(
            "sender-unknown",
            "We do not know this e-mail address. Please send from the address your agency registered.");
    private static final Refusal UNCLEAR =
            new Refusal("sender-unclear", "We could not tell from the e-mail who has sent it.");
    private static final Refusal AUTOMATIC =
            new Refusal("automatic-reply", "This is an automatic reply or a delivery report, not a form.");

    private final Senders senders;
    private final SenderCheck check;
    private final Admit admit;
    private final Clock clock;

    /** Of partners of whom nothing is required. */
    public EmailArrivals(Senders senders, Admit admit, Clock clock) {
        this(senders, SenderCheck.bare(), admit, clock);
    }

    public EmailArrivals(Senders senders, SenderCheck check, Admit admit, Clock clock) {
        this.senders = senders;
        this.check = check;
        this.admit = admit;
        this.clock = clock;
    }

    /**
     * Says where the letter belongs. {@link Filing.Handled} only after it is in custody.
     *
     * @throws RuntimeException where it could not be admitted for now: leave it where it is and try again
     */
    public Filing admit(Letter letter) {
        if (letter instanceof Letter.Whole whole) {
            return admitWhole(whole);
        }
        Letter.TooLarge large = (Letter.TooLarge) letter;
        LetterHead head = new LetterHead(large.untrustedHead());
        Sender sender = head.author().flatMap(senders::find).orElseGet(senders::stranger);
        return refuse(large.id(), arrival(large.id(), sender, head, large.untrustedHead()), TOO_LARGE);
    }

    private Filing admitWhole(Letter.Whole letter) {
        LetterHead head = new LetterHead(letter.untrusted());
        Optional<Sender> known = head.author().flatMap(senders::find);
        Arrival arrival = arrival(letter.id(), known.orElseGet(senders::stranger), head, letter.untrusted());
        if (known.isEmpty()) {
            return refuse(letter.id(), arrival, head.author().isEmpty() ? UNCLEAR : UNKNOWN);
        }
        if (AutomaticMail.isAnAnswer(head)) {
            return refuse(letter.id(), arrival, AUTOMATIC);
        }
        Policy policy = known.get().policy();
        Verdict verdict = check.check(letter.untrusted(), head.author().orElseThrow(), policy);
        Arrival whole = verdict.opened().map(inside -> opened(arrival, inside)).orElse(arrival);
        Admission admission = verdict.doubts().isEmpty()
                ? admit.admit(whole, Admit.Progress.NOBODY)
                : admit.hold(whole, verdict.doubts(), policy.tell(), Admit.Progress.NOBODY);
        return admission instanceof Admission.Refused
                ? new Filing.NeedsAPerson(letter.id())
                : new Filing.Handled(letter.id());
    }

    /**
     * What was sealed to the gateway travels beside the letter as it came: the force has no key for the one, and only the other
     * proves what came.
     */
    private static Arrival opened(Arrival arrival, Bytes inside) {
        Original message = arrival.originals().get(0);
        return new Arrival(
                arrival.partner(),
                arrival.force(),
                arrival.channel(),
                arrival.by(),
                arrival.arrivedAt(),
                List.of(message, new Original("message-opened.eml", Optional.of("message/rfc822"), inside)),
                arrival.returnAddress(),
                arrival.source());
    }

    private Filing refuse(LetterId id, Arrival arrival, Refusal why) {
        admit.refuse(arrival, why);
        return new Filing.NeedsAPerson(id);
    }

    private Arrival arrival(LetterId id, Sender sender, LetterHead head, Bytes untrusted) {
        Original message = new Original("message.eml", Optional.of("message/rfc822"), untrusted);
        return new Arrival(
                sender.partner(),
                sender.force(),
                Channel.EMAIL,
                sender.by(),
                clock.instant(),
                List.of(message),
                returnAddress(head),
                new Source.Letter(id.uidValidity(), id.uid()));
    }

    private static ReturnAddress returnAddress(LetterHead head) {
        return head.author()
                .filter(author -> !AutomaticMail.mustNotBeAnswered(head))
                .<ReturnAddress>map(author -> new ReturnAddress.ByMail(author, head.messageId()))
                .orElseGet(ReturnAddress.Nobody::new);
    }
}
