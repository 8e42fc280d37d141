package org.sealpost.channel.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/**
 * Asks the server whenever it is asked how many letters there are. The library's own folder does so only when it has not
 * spoken with the server for a second, so that a poll now and then finds nothing though a letter is there. Named to the
 * library in a session's properties, which is why class and constructors are public.
 */
public class FreshFolder extends IMAPFolder {
    public FreshFolder(String fullName, char separator, IMAPStore store, Boolean isNamespace) {
        super(fullName, separator, store, isNamespace);
    }

    public FreshFolder(ListInfo info, IMAPStore store) {
        super(info, store);
    }

    @Override
    public synchronized int getMessageCount() throws MessagingException {
        if (isOpen()) {
            doCommand(protocol -> {
                protocol.noop();
                return protocol;
            });
        }
        return super.getMessageCount();
    }
}
