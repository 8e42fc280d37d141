package org.sealpost.channel.mail;

import jakarta.mail.Session;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Consumer;
import org.apache.camel.support.DefaultScheduledPollConsumerScheduler;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Camel's own schedule of polls, and one more at once whenever the mail server says that there may be something. Polls never
 * run at the same time. Listens while its route runs.
 */
public final class PollsOnNewMail extends DefaultScheduledPollConsumerScheduler {
    private final MailServer server;
    private final Session session;
    private final String folder;
    private final AtomicBoolean due = new AtomicBoolean();
    private Runnable poll = () -> {};
    private Optional<NewMail> listener = Optional.empty();

    /**
     * @param session as of {@link MailSessions#imapWaiting}
     * @param folder that the route polls
     */
    public PollsOnNewMail(MailServer server, Session session, String folder) {
        this.server = server;
        this.session = session;
        this.folder = folder;
    }

    /** Camel gives the route's intervals to a schedule of its own only. */
    @Override
    public void onInit(Consumer consumer) {
        super.onInit(consumer);
        ScheduledPollConsumer polling = (ScheduledPollConsumer) consumer;
        setInitialDelay(polling.getInitialDelay());
        setDelay(polling.getDelay());
        setTimeUnit(polling.getTimeUnit());
        setUseFixedDelay(polling.isUseFixedDelay());
    }

    @Override
    public void scheduleTask(Runnable task) {
        poll = task;
        super.scheduleTask(task);
    }

    @Override
    public synchronized void startScheduler() {
        super.startScheduler();
        if (listener.isEmpty()) {
            NewMail listening = new NewMail(server, session, folder, this::pollNow);
            listener = Optional.of(listening);
            Thread thread = new Thread(listening, "new mail");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** However often it is said before the poll begins, one is enough. */
    private void pollNow() {
        ScheduledExecutorService polls = getScheduledExecutorService();
        if (polls != null && !polls.isShutdown() && !due.getAndSet(true)) {
            polls.execute(() -> {
                due.set(false);
                poll.run();
            });
        }
    }

    @Override
    protected synchronized void doStop() throws Exception {
        listener.ifPresent(NewMail::close);
        listener = Optional.empty();
        due.set(false);
        super.doStop();
    }
}
