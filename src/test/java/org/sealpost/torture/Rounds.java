package org.sealpost.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** The rounds of one world: forms by every channel while one thing goes wrong, then all is healed and held against each other. */
final class Rounds {
    /** By each channel, or as many as there is time for where somebody is killed at several places. */
    static final int FORMS = 2;

    private static final long BETWEEN_FORMS = 500;
    /** Once nothing goes wrong any more. */
    private static final long LONGEST_SENDING_NANOS = 120_000_000_000L;

    private final World world;
    private final Random random;
    private final int patience;
    private final Tally tally;
    private final AtomicInteger forms;
    private final ExecutorService hands;
    private final PrintStream out;
    private final Reckoning reckoning;

    Rounds(
            World world,
            Random random,
            int patience,
            Tally tally,
            AtomicInteger forms,
            ExecutorService hands,
            PrintStream out) {
        this.world = world;
        this.random = random;
        this.patience = patience;
        this.tally = tally;
        this.forms = forms;
        this.hands = hands;
        this.out = out;
        this.reckoning = new Reckoning(world);
    }

    void one(Fault fault) throws Exception {
        long begun = System.nanoTime();
        Random strikers = new Random(random.nextLong());
        world.untaken = new CountDownLatch(FORMS * world.senders.size());
        CompletableFuture<Boolean> striking = CompletableFuture.supplyAsync(() -> strike(fault, strikers), hands);
        Pause.of(150);
        List<CompletableFuture<Void>> sending = new ArrayList<>();
        for (Sender sender : world.senders) {
            Random own = new Random(random.nextLong());
            sending.add(CompletableFuture.runAsync(() -> send(sender, own, fault, striking), hands));
        }
        boolean happened = striking.join();
        heal(fault);
        sending.forEach(CompletableFuture::join);
        heal(fault);
        Reckoning.Result result = reckoning.within(patience);
        String ledger = reckoning.ledger();
        int number = tally.ended(world, happened, result, ledger);
        boolean agrees = result.isClean() && ledger.isEmpty();
        say(number, fault, happened, agrees, (System.nanoTime() - begun) / 1_000_000_000L);
    }

    private void heal(Fault fault) throws Exception {
        try {
            world.heal();
        } catch (IllegalStateException e) {
            throw new IllegalStateException("after " + fault.name() + " " + fault.places(), e);
        }
    }

    /** Nothing comes any more. */
    void end() {
        tally.submissions(reckoning.accepted());
    }

    private void say(int number, Fault fault, boolean happened, boolean agrees, long seconds) {
        StringBuilder text = new StringBuilder(String.format(
                "%4d  %-10s %-75s %s  %3d s%n",
                number,
                world.kind.name().toLowerCase(Locale.ROOT),
                fault.name() + (happened ? "" : " (did not come to it)"),
                agrees ? "agrees" : "DOES NOT AGREE",
                seconds));
        if (fault.places().size() > 1) {
            fault.places().forEach(place -> text.append(" ".repeat(17))
                    .append(place)
                    .append(tally.isStruck(place) ? "" : " (did not come to it)")
                    .append(System.lineSeparator()));
        }
        out.print(text);
        out.flush();
    }

    private boolean strike(Fault fault, Random strikers) {
        try {
            return fault.strike(world, strikers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (Exception e) {
            throw new CompletionException(fault.name(), e);
        }
    }

    private void send(Sender sender, Random own, Fault fault, CompletableFuture<Boolean> striking) {
        boolean lasts = !fault.places().isEmpty();
        for (int sent = 0; sent < FORMS || lasts && !striking.isDone(); sent++) {
            send(sender, Form.of(forms.incrementAndGet(), own), striking);
            Pause.of(lasts ? BETWEEN_FORMS : 0);
        }
    }

    /** As every sender should: again until the gateway says that it has it. */
    private void send(Sender sender, Form form, CompletableFuture<Boolean> striking) {
        long end = System.nanoTime() + LONGEST_SENDING_NANOS;
        boolean sentOnce = false;
        while (System.nanoTime() < end) {
            if (!striking.isDone()) {
                end = System.nanoTime() + LONGEST_SENDING_NANOS;
            }
            try {
                if (!sentOnce || sender.sendsAgain()) {
                    sender.send(form);
                    sentOnce = true;
                }
                if (sender.accepted(form)) {
                    synchronized (reckoning) {
                        reckoning.accepted(form, sender);
                    }
                    world.untaken.countDown();
                    return;
                }
            } catch (IOException e) {
                // He tries again.
            }
            Pause.of(200);
        }
        tally.unexplained(form.token() + " by " + sender.channel() + " was never taken");
    }
}
