package org.sealpost.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.Onlooker;
import org.sealpost.submission.Reference;

/** Everything that was looked at, or the fault that keeps it from being noted. */
final class FakeConsult implements Consult {
    final List<String> looks = new CopyOnWriteArrayList<>();
    volatile boolean fails;

    @Override
    public void one(Onlooker who, Reference reference, Part part) {
        note(who, part.word());
    }

    @Override
    public void many(Onlooker who, Listing listing) {
        note(who, "list:" + listing.word());
    }

    private void note(Onlooker who, String what) {
        if (fails) {
            throw new IllegalStateException("the ledger does not answer");
        }
        looks.add(who.name() + " " + who.capacity().word() + " " + who.way().word() + " " + what);
    }
}
