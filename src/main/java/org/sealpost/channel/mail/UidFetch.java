package org.sealpost.channel.mail;

import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;

/** Asks the server about one letter by its UID (RFC 9051, section 6.4.9), and hears only answers about that letter. */
final class UidFetch {
    private UidFetch() {}

    /**
     * The answer; empty where the server has none, which is what it says of a letter that is not there.
     *
     * @param items what to fetch, as IMAP writes it
     */
    static Optional<FetchResponse> ask(IMAPProtocol protocol, long uid, String items) throws ProtocolException {
        Response[] answers = protocol.command("UID FETCH " + uid + " (UID " + items + ")", null);
        protocol.notifyResponseHandlers(answers);
        protocol.handleResult(answers[answers.length - 1]);
        for (Response answer : answers) {
            if (answer instanceof FetchResponse fetched && isOf(fetched, uid)) {
                return Optional.of(fetched);
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(FetchResponse fetched, long uid) {
        UID item = fetched.getItem(UID.class);
        return item != null && item.uid == uid;
    }
}
