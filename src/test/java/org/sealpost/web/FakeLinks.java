package org.sealpost.web;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.sealpost.identity.SignInLinks;
import org.sealpost.submission.Sha256;
import org.sealpost.web.signin.LinkPost;

/** Links that are kept in memory, and letters that go nowhere. */
final class FakeLinks implements SignInLinks, LinkPost {
    /** Address, blank, link. */
    final BlockingQueue<String> sent = new LinkedBlockingQueue<>();

    final Map<Sha256, Instant> kept = new ConcurrentHashMap<>();

    @Override
    public void keep(Sha256 digest, Instant now, Instant until) {
        kept.put(digest, until);
    }

    @Override
    public boolean take(Sha256 digest, Instant now) {
        Instant until = kept.remove(digest);
        return until != null && now.isBefore(until);
    }

    @Override
    public void send(String address, String link) {
        sent.add(address + " " + link);
    }
}
