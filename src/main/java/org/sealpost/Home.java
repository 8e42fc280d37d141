package org.sealpost;

import java.nio.file.Path;

/** The project's folder: where {@code config/} lies and from where relative paths of the configuration count. */
final class Home {
    private Home() {}

    /** SEALPOST_HOME, which {@code bin/sealpost} sets, or else the current folder. */
    static Path folder() {
        String home = System.getenv("SEALPOST_HOME");
        return Path.of(home == null || home.isBlank() ? "" : home)
                .toAbsolutePath()
                .normalize();
    }

    /** An absolute path stays; a relative one counts from the project's folder. */
    static Path resolve(Path path) {
        return folder().resolve(path).normalize();
    }
}
