package org.sealpost.sender;

import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Doubt;

/**
 * What came of looking at a letter.
 *
 * @param doubts why it is not believed; empty where it is
 * @param opened the MIME entity inside, where S/MIME layers that hide it were taken off
 */
public record Verdict(List<Doubt> doubts, Optional<Bytes> opened) {
    public Verdict {
        doubts = List.copyOf(doubts);
    }
}
