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

    /**
     * Says whether the letter was there to be moved: one that is not, a person has taken out, or an earlier move did
     * whose answer was lost.
     *
     * @throws MessagingException where it could not; the letter is then still in the inbox, perhaps marked deleted
     */
    boolean move(LetterId letter, String name) throws MessagingException {
        checkValidity(letter);
        Folder target = inbox.getStore().getFolder(name);
        if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("the mail server did not make the folder");
        }
        return (Boolean) inbox.doCommand(protocol -> move(protocol, letter.uid(), name));
    }

    /** The server's OK says nothing: it is the answer for a UID that does not exist, too. */
    private static boolean move(IMAPProtocol protocol, long uid, String name) throws ProtocolException {
        if (!isThere(protocol, uid)) {
            return false;
        }
        boolean leaves = true;
        if (protocol.hasCapability("MOVE")) {
            protocol.simpleCommand("UID MOVE " + uid, mailbox(name));
        } else {
            leaves = copyAndRemove(protocol, uid, name);
        }
        if (leaves && isThere(protocol, uid)) {
            throw new ProtocolException("the mail server did not move the letter");
        }
        return true;
    }

    private static boolean isThere(IMAPProtocol protocol, long uid) throws ProtocolException {
        return UidFetch.ask(protocol, uid, "FLAGS").isPresent();
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

    /** Whether the letter has left the inbox, and is not only marked. */
    private static boolean copyAndRemove(IMAPProtocol protocol, long uid, String name) throws ProtocolException {
        protocol.simpleCommand("UID COPY " + uid, mailbox(name));
        protocol.simpleCommand("UID STORE " + uid + " +FLAGS.SILENT (\\Deleted)", null);
        if (!protocol.hasCapability("UIDPLUS")) {
            return false;
        }
        protocol.simpleCommand("UID EXPUNGE " + uid, null);
        return true;
    }

    private static Argument mailbox(String name) {
        return new Argument().writeString(BASE64MailboxEncoder.encode(name));
    }
}
