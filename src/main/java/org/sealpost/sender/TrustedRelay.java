package org.sealpost.sender;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.sender.HeaderFields.Field;
import org.sealpost.submission.Bytes;

/**
 * The mail server in front of the mailbox, whose Authentication-Results are believed (RFC 8601). Whoever sends a letter can write
 * such fields too, in that very name, so what counts is where one stands: a server puts its own above everything that it
 * received. Safe to share between threads.
 *
 * @param authservId by which it calls itself; compared without case
 * @param receivedAbove how many Received fields of our own servers stand above its results. Nothing beneath the next one is looked
 *     at. 0 where it writes its results above its own Received field
 */
public record TrustedRelay(String authservId, int receivedAbove) {
    public TrustedRelay {
        if (authservId.isBlank() || receivedAbove < 0) {
            throw new IllegalArgumentException("a relay has a name, and no negative number of fields above it");
        }
    }

    /** Of several results of one method the topmost counts. */
    RelayResults results(Bytes untrustedLetter) {
        List<RelayResults.Result> results = new ArrayList<>();
        int received = 0;
        for (Field field : HeaderFields.of(untrustedLetter).all()) {
            if (field.is("Received") && ++received > receivedAbove) {
                break;
            }
            if (field.is("Authentication-Results")) {
                results.addAll(RelayResults.parse(authservId, field.value()));
            }
        }
        return new RelayResults(results);
    }
}
