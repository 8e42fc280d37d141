package org.sealpost.channel.mail;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.channel.mail.Senders.Sender;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
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
    private final Admit admit;
    private final Clock clock;

    public EmailArrivals(Senders senders, Admit admit, Clock clock) {
        this.senders = senders;
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
        return admit.admit(arrival, Admit.Progress.NOBODY) instanceof Admission.Admitted
                ? new Filing.Handled(letter.id())
                : new Filing.NeedsAPerson(letter.id());
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
