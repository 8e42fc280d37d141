package org.sealpost.channel.sftp.poll;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sealpost.submission.Sha256;

/**
 * What became of the files that still lie where they were, because they could not be moved: so they are moved at the next
 * look and not admitted again. In memory only; at most 10,000 are remembered. For the one thread that polls one server.
 */
public final class Verdicts {
    private static final int REMEMBERED = 10_000;

    /**
     * How a file is known again.
     *
     * @param content the digest of what was read of it
     */
    public record Sighting(String name, long size, long modified, Sha256 content) {
        @Override
        public String toString() {
            return "a sighting of a file";
        }
    }

    private record Known(Sighting sighting, Verdict verdict) {}

    private final Map<String, Known> byName = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Empty for another file that has come to lie under the same name. */
    Optional<Verdict> on(Sighting sighting) {
        return Optional.ofNullable(byName.get(sighting.name()))
                .filter(known -> known.sighting().equals(sighting))
                .map(Known::verdict);
    }

    void keep(Sighting sighting, Verdict verdict) {
        byName.put(sighting.name(), new Known(sighting, verdict));
    }

    /** The file was moved; what comes under its name is new, whatever it holds. */
    void moved(String name) {
        byName.remove(name);
    }
}
