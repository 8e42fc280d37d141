package org.sealpost.channel.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/**
 * Moves letters by UID, each alone: by MOVE (RFC 6851) where the server has it; else by COPY, {@code \Deleted} and
 * UID EXPUNGE (RFC 4315) of that one UID. Never a plain EXPUNGE, which would take along what other people have marked;
 * a server with neither extension keeps the letter, marked, and Camel passes it over.
 */
final class Filer {
    private final IMAPFolder inbox;

    Filer(IMAPFolder inbox) {
        this.inbox = inbox;
    }

    long uidValidity() throws MessagingException {
        return inbox.getUIDValidity();
    }

    /** @throws MessagingException where it could not; the letter is then still in the inbox, perhaps marked deleted */
    void move(LetterId letter, String name) throws MessagingException {
        checkValidity(letter);
        Folder target = inbox.getStore().getFolder(name);
        if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("the mail server did not make the folder");
        }
        inbox.doCommand(protocol -> {
            if (protocol.hasCapability("MOVE")) {
                protocol.simpleCommand("UID MOVE " + letter.uid(), mailbox(name));
            } else {
                copyAndRemove(protocol, letter.uid(), name);
            }
            return null;
        });
    }

    /** So that a person who opens the mailbox sees what is still to be done. */
    void markUnread(LetterId letter) throws MessagingException {
        if (letter.uidValidity() == uidValidity()) {
            inbox.doCommand(protocol -> {
                protocol.simpleCommand("UID STORE " + letter.uid() + " -FLAGS.SILENT (\\Seen)", null);
                return null;
            });
        }
    }

    private void checkValidity(LetterId letter) throws MessagingException {
        if (letter.uidValidity() != uidValidity()) {
            throw new MessagingException("the inbox has been renumbered");
        }
    }

    private static void copyAndRemove(IMAPProtocol protocol, long uid, String name) throws ProtocolException {
        protocol.simpleCommand("UID COPY " + uid, mailbox(name));
        protocol.simpleCommand("UID STORE " + uid + " +FLAGS.SILENT (\\Deleted)", null);
        if (protocol.hasCapability("UIDPLUS")) {
            protocol.simpleCommand("UID EXPUNGE " + uid, null);
        }
    }

    private static Argument mailbox(String name) {
        return new Argument().writeString(BASE64MailboxEncoder.encode(name));
    }
}
