package org.sealpost.delivery;

import java.time.Instant;
import java.util.Optional;
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
