package org.sealpost.delivery;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sealpost.envelope.AddressSeal;
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
    static void everySender(Custody.Writes writes, AddressSeal addresses, Particulars of, Tell.News news, Instant at) {
        boolean byMessage = writes.returnAddress(of.id())
                .map(address -> addresses.open(of.id(), address))
                .filter(Telling::isByMessage)
                .isPresent();
        if (byMessage) {
            writes.notices().add(about(of, news, at));
        }
        Set<ReturnAddress> others = new HashSet<>();
        for (Bytes sealed : writes.notices().otherAddresses(of.id())) {
            ReturnAddress other = addresses.open(of.id(), sealed);
            if (isByMessage(other) && others.add(other)) {
                Channel channel = other instanceof ReturnAddress.ByMail ? Channel.EMAIL : Channel.SFTP;
                writes.notices()
                        .add(new Notices.New(
                                of.id(),
                                Optional.of(of.reference()),
                                of.partner(),
                                channel,
                                news,
                                at,
                                Optional.of(sealed)));
            }
        }
    }

    /** They look into {@code receipts/} on the gateway's own SFTP server. */
    static boolean isShown(ReturnAddress address) {
        return address instanceof ReturnAddress.ByDrop;
    }

    /** Others look for themselves: at the web page, or in their folder on the gateway's own SFTP server. */
    static boolean isByMessage(ReturnAddress address) {
        return address instanceof ReturnAddress.ByMail || address instanceof ReturnAddress.ByPolledServer;
    }

    /** To the submission's own return address. */
    static Notices.New about(Particulars of, Tell.News news, Instant at) {
        return new Notices.New(
                of.id(), Optional.of(of.reference()), of.partner(), of.channel(), news, at, Optional.empty());
    }
}
