package org.sealpost.force;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.sealpost.submission.ForceId;

/**
 * Takes from the queue until enough came or nothing came for long enough. Where the broker goes away or the disk is full,
 * it says so, pauses longer each time up to a minute, and goes on: what was not settled comes again.
 */
final class Receiving {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Broker broker;
    private final ForceId force;
    private final EnvelopeQueue.Keeping receiver;
    private final Asking asking;
    private final Reporting reporting;
    private final Optional<Integer> max;
    private final Optional<Duration> wait;
    private long lastArrival = System.nanoTime();
    private Duration pause = POLL;
    private boolean connectedOnce;

    /**
     * @param max ends after that many submissions
     * @param wait ends when nothing came for that long
     */
    Receiving(
            Broker broker,
            ForceId force,
            EnvelopeQueue.Keeping receiver,
            Asking asking,
            Reporting reporting,
            Optional<Integer> max,
            Optional<Duration> wait) {
        this.broker = broker;
        this.force = force;
        this.receiver = receiver;
        this.asking = asking;
        this.reporting = reporting;
        this.max = max;
        this.wait = wait;
    }

    /** Returns whether it ended in order, not in the middle of a trouble. Says how many came, where it could ask. */
    boolean run() throws InterruptedException {
        boolean inOrder = takenAll();
        if (connectedOnce) {
            reporting.close();
        }
        return inOrder;
    }

    private boolean takenAll() throws InterruptedException {
        while (true) {
            try (EnvelopeQueue queue = EnvelopeQueue.connect(broker, force)) {
                connectedOnce = true;
                takeAll(queue);
                return true;
            } catch (JMSSecurityException e) {
                reporting.warn("The broker at " + broker + " does not let "
                        + broker.user().orElse("nobody") + " in, or not to the queues of " + force
                        + ": look at the user and its password.");
            } catch (JMSException e) {
                reporting.warn(
                        connectedOnce
                                ? "The broker at " + broker + " went away; trying again."
                                : "The broker at " + broker + " does not answer: look whether it runs there.");
            } catch (IOException e) {
                reporting.warn("A submission could not be kept (" + e.getClass().getSimpleName()
                        + "); it stays with the broker. Look at the disk and the folder's permissions.");
            }
            if (!connectedOnce || left().isZero()) {
                return false;
            }
            Thread.sleep(pause.toMillis());
            pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private void takeAll(EnvelopeQueue queue) throws JMSException, IOException {
        while (max.isEmpty() || reporting.kept() < max.get()) {
            asking.askWhereDue(queue::send, reporting);
            Optional<Reception> reception = queue.next(min(left(), POLL), receiver);
            if (reception.isPresent()) {
                reporting.tell(reception.get());
                lastArrival = System.nanoTime();
                pause = POLL;
            } else if (left().isZero()) {
                return;
            }
        }
    }

    /** How long to wait yet. */
    private Duration left() {
        if (wait.isEmpty()) {
            return LONGEST_PAUSE;
        }
        Duration left = wait.get().minusNanos(System.nanoTime() - lastArrival);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
