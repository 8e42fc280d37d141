package org.sealpost.web.upload;

import java.util.List;
import org.sealpost.submission.Original;
import org.sealpost.web.problem.Problem;

/** What a request held. */
public sealed interface Received {
    /** Files that may be admitted, at least one. */
    record Files(List<Original> originals) implements Received {
        public Files {
            originals = List.copyOf(originals);
        }
    }

    /**
     * Something that is not admitted.
     *
     * @param originals what of it was understood; empty where the request itself was at fault
     */
    record Trouble(Problem problem, List<Original> originals) implements Received {
        public Trouble {
            originals = List.copyOf(originals);
        }

        Trouble(Problem problem) {
            this(problem, List.of());
        }
    }
}
