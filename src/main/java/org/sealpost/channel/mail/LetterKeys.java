package org.sealpost.channel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;

/**
 * Tells letters apart by the server's own numbers. Camel's default asks the Message-ID, so one letter without any, or
 * two that bear the same, would be taken for known ones.
 */
public final class LetterKeys implements MailUidGenerator {
    /** The key of a letter that was gone before it could be asked for; {@link RestingLetters} passes it over. */
    static final String GONE = "gone";

    @Override
    public String generateUuid(MailEndpoint endpoint, Message message) {
        try {
            return of(message).toString();
        } catch (MessagingException e) {
            return GONE;
        }
    }

    /** @throws MessageRemovedException where somebody else has taken it out of the inbox meanwhile */
    static LetterId of(Message message) throws MessagingException {
        UIDFolder inbox = (UIDFolder) message.getFolder();
        long uid = inbox.getUID(message);
        if (uid < 1) {
            throw new MessageRemovedException("the letter has left the inbox");
        }
        return new LetterId(inbox.getUIDValidity(), uid);
    }
}
