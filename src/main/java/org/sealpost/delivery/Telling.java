package org.sealpost.delivery;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ReturnAddress;

/** Who is told by a message, and of what. */
final class Telling {
    private Telling() {}

    /** Sends it, or shows it, or does neither where there is nobody to tell or the answer itself tells. */
    static void note(Notices notices, ReturnAddress to, Notices.New notice) {
        if (isByMessage(to)) {
            notices.add(notice);
        } else if (isShown(to)) {
            notices.show(notice);
        }
    }

    /**
     * Sends it to the submission's own return address, and to whoever sent the same again, where they are told by a message;
     * the others see where it stands.
     */
    static void everySender(Custody.Writes writes, Addresses addresses, Particulars of, Tell.News news, Instant at) {
        if (writes.returnAddress(of.id())
                .filter(own -> mayBeByMessage(of, own, addresses))
                .isPresent()) {
            writes.notices().add(about(of, news, at));
        }
        Set<ReturnAddress> others = new HashSet<>();
        for (Bytes sealed : writes.notices().otherAddresses(of.id())) {
            addresses
                    .open(of.id(), sealed)
                    .filter(Telling::isByMessage)
                    .filter(others::add)
                    .ifPresent(other -> writes.notices().add(toOther(of, other, sealed, news, at)));
        }
    }

    /** An e-mail's address that does not open now is told when its key is back. */
    private static boolean mayBeByMessage(Particulars of, Bytes sealed, Addresses addresses) {
        return addresses.open(of.id(), sealed).map(Telling::isByMessage).orElse(of.channel() == Channel.EMAIL);
    }

    private static Notices.New toOther(Particulars of, ReturnAddress other, Bytes sealed, Tell.News news, Instant at) {
        Channel channel = other instanceof ReturnAddress.ByMail ? Channel.EMAIL : Channel.SFTP;
        return new Notices.New(
                of.id(), Optional.of(of.reference()), of.partner(), channel, news, at, Optional.of(sealed));
    }

    /** They look into {@code receipts/} on the gateway's own SFTP server. */
    static boolean isShown(ReturnAddress address) {
        return address instanceof ReturnAddress.ByDrop;
    }

    /** Others look for themselves: at the web page, or in their folder on the gateway's own SFTP server. */
    static boolean isByMessage(ReturnAddress address) {
        return address instanceof ReturnAddress.ByMail || address instanceof ReturnAddress.ByPolledServer;
    }

    /** Without the Message-ID of what is answered: for those who may not have written it. */
    static Optional<ReturnAddress.ByMail> toTheAddressAlone(ReturnAddress to) {
        return to instanceof ReturnAddress.ByMail mail
                ? Optional.of(new ReturnAddress.ByMail(mail.address(), ""))
                : Optional.empty();
    }

    /** To the submission's own return address. */
    static Notices.New about(Particulars of, Tell.News news, Instant at) {
        return new Notices.New(
                of.id(), Optional.of(of.reference()), of.partner(), of.channel(), news, at, Optional.empty());
    }
}
