package org.sealpost.channel.mail;

import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.mail.MailBoxPostProcessAction;
import org.apache.camel.component.mail.MailConsumer;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.sealpost.submission.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inbox as a list of what is to be done: letters are taken from it, and filed once they were decided on. What could
 * not be admitted stays, unread, and rests for a while. Used by the one thread that polls; its memory is safe to share.
 *
 * <p>Letters are filed after each poll's batch, on Camel's own connection. Where that connection breaks first, they are
 * filed after the next poll without being admitted once more.
 */
public final class Mailbox implements MailBoxPostProcessAction {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final MailboxSettings settings;
    private final Faults faults;
    private final Map<LetterId, Filing> toFile = new ConcurrentHashMap<>();
    private final Set<LetterId> left = ConcurrentHashMap.newKeySet();

    public Mailbox(MailboxSettings settings, Clock clock) {
        this.settings = settings;
        this.faults = new Faults(settings.firstPause(), settings.longestPause(), clock);
    }

    /**
     * Fetches the letter's very bytes, without marking it as read: {@code writeTo} of a parsed message may write
     * something else.
     *
     * @throws MessagingException where the server did not give it whole
     */
    public Letter take(Message message) throws MessagingException {
        LetterId id = LetterKeys.of(message);
        byte[] bytes = LetterFetch.fetch((IMAPFolder) message.getFolder(), id, settings.largest());
        return bytes.length <= settings.largest()
                ? new Letter.Whole(id, Bytes.of(bytes))
                : new Letter.TooLarge(id, Bytes.of(Arrays.copyOf(bytes, Math.min(bytes.length, LetterHead.LARGEST))));
    }

    /** Will be moved to where it belongs as soon as this poll's letters are through. */
    public void file(Filing filing) {
        faults.forget(filing.letter());
        toFile.put(filing.letter(), filing);
    }

    /** Could not be admitted: stays in the inbox. A lost connection is no fault of the letter. */
    public void leave(
            @ExchangeProperty(MailConsumer.MAIL_MESSAGE_UID) String key,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception fault) {
        LetterId letter = LetterId.parse(key).orElseThrow();
        left.add(letter);
        if (isLostConnection(fault)) {
            LOG.info("letter {} stays in the inbox: the mail server was lost or the letter is gone", letter);
            return;
        }
        int times = faults.add(letter);
        String kind = fault.getClass().getName();
        if (times == settings.faultsBeforeAlarm()) {
            LOG.error("letter {} stays in the inbox after {} faults and needs a person: {}", letter, times, kind);
        } else {
            LOG.warn("letter {} stays in the inbox, fault {}: {}", letter, times, kind);
        }
    }

    boolean isDue(LetterId letter) {
        return !toFile.containsKey(letter) && !faults.resting(letter);
    }

    /** Files what was decided on. One that cannot be filed does not keep the others. */
    @Override
    public void process(Folder folder) throws MessagingException {
        Filer filer = new Filer((IMAPFolder) folder);
        long validity = filer.uidValidity();
        faults.forgetOthersThan(validity);
        toFile.keySet().removeIf(letter -> letter.uidValidity() != validity);
        for (Filing filing : toFile.values()) {
            fileOne(filer, filing);
        }
        for (LetterId letter : left) {
            markUnread(filer, letter);
        }
        // An open folder remembers every letter that was ever in it; the next poll opens it anew.
        folder.close(false);
    }

    /** For the eyes of whoever looks into the inbox; no letter is held up where it cannot be. */
    private void markUnread(Filer filer, LetterId letter) throws MessagingException {
        left.remove(letter);
        try {
            filer.markUnread(letter);
        } catch (FolderClosedException | StoreClosedException e) {
            throw e;
        } catch (MessagingException e) {
            LOG.info("letter {} could not be marked as unread", letter);
        }
    }

    private void fileOne(Filer filer, Filing filing) throws MessagingException {
        try {
            if (!filer.move(filing.letter(), folderFor(filing))) {
                LOG.info("letter {} was decided on, and had left the inbox before it could be filed", filing.letter());
            }
            toFile.remove(filing.letter());
        } catch (FolderClosedException | StoreClosedException e) {
            throw e;
        } catch (MessagingException e) {
            LOG.warn(
                    "letter {} could not be filed yet: {}",
                    filing.letter(),
                    e.getClass().getName());
        }
    }

    private String folderFor(Filing filing) {
        return filing instanceof Filing.Handled ? settings.handled() : settings.needsAPerson();
    }

    private static boolean isLostConnection(Exception fault) {
        return fault instanceof FolderClosedException
                || fault instanceof StoreClosedException
                || fault instanceof MessageRemovedException;
    }
}
