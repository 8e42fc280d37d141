package org.sealpost.reading.jail;

import java.nio.file.Path;
import java.util.List;

/**
 * What one kind of process may have inside the jail.
 *
 * @param readable files and folders that it sees, at their own places, and cannot change; those that are missing are left out
 * @param megabytes how much memory it may take for itself (its data, as {@code RLIMIT_DATA} counts it)
 * @param files how many it may have open at once
 */
public record Confinement(List<Path> readable, int megabytes, int files) {
    public Confinement {
        readable = List.copyOf(readable);
    }
}
