package org.sealpost.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.delivery.Certificate;
import org.sealpost.delivery.Reconcile;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/** One certificate, of the example agency. */
final class FakeReconcile implements Reconcile {
    private static final Certificate ONLY =
            new Certificate(12, new PartnerId("example-agency"), WebHouse.FORCE, Instant.parse("2026-11-23T00:00:05Z"));

    @Override
    public int reconcileDue() {
        return 0;
    }

    @Override
    public List<Certificate> certificates(Optional<PartnerId> partner, int most) {
        return partner.filter(p -> !p.equals(ONLY.partner())).isPresent() ? List.of() : List.of(ONLY);
    }

    @Override
    public Optional<Bytes> signed(long number, PartnerId partner, ForceId force) {
        return Optional.of(Bytes.of(new byte[] {1, 2, 3}))
                .filter(note ->
                        number == ONLY.number() && partner.equals(ONLY.partner()) && force.equals(ONLY.force()));
    }
}
