package org.sealpost.channel.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens at a folder on a connection of its own (IMAP IDLE, RFC 2177) and says when there may be something in it. A promise
 * of speed only: nobody relies on it, since polls go on as ever where the server has no IDLE, is away, or forgets to say it.
 * One run at a time.
 */
final class NewMail implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NewMail.class);
    /** So that a server that talks all the time costs little. */
    private static final long BREATH_MILLIS = 100;

    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final MailServer server;
    private final Session session;
    private final String folder;
    private final Runnable tell;
    private volatile boolean closed;

    /**
     * @param session as of {@link MailSessions#imapWaiting}
     * @param tell called from the thread that runs this; must return at once
     */
    NewMail(MailServer server, Session session, String folder, Runnable tell) {
        this.server = server;
        this.session = session;
        this.folder = folder;
        this.tell = tell;
    }

    @Override
    public void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!closed) {
            long begun = System.nanoTime();
            try (Store store = session.getStore(MailSessions.imapProtocol(server))) {
                store.connect(server.host(), server.port(), server.account(), server.password());
                while (!closed) {
                    listen((IMAPFolder) store.getFolder(folder));
                }
            } catch (MessagingException | RuntimeException e) {
                LOG.debug(
                        "new mail is not announced for the moment: {}",
                        e.getClass().getName());
                boolean wasOfUse = System.nanoTime() - begun > LONGEST_PAUSE_MILLIS * 1_000_000;
                pause = wasOfUse ? FIRST_PAUSE_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                rest(pause);
            }
        }
    }

    /** Until the server says something. Opened anew each time, because an open folder remembers every letter it ever had. */
    private void listen(IMAPFolder inbox) throws MessagingException {
        inbox.open(Folder.READ_ONLY);
        try {
            // What came while nobody listened.
            if (inbox.getMessageCount() > 0) {
                tell.run();
            }
            inbox.idle(true);
            if (!closed) {
                tell.run();
            }
        } finally {
            if (inbox.isOpen()) {
                inbox.close(false);
            }
        }
        rest(BREATH_MILLIS);
    }

    private void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Tells nothing any more. The connection is given up when the server speaks next or has been silent for too long. */
    @Override
    public void close() {
        closed = true;
    }
}
