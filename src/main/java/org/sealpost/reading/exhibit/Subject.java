package org.sealpost.reading.exhibit;

import java.util.List;

/**
 * Somebody or something that a reading speaks of.
 *
 * @param role the incident's relationship to it, {@code incident} for the incident itself
 * @param title such as "Suspect 2"
 */
record Subject(String role, String title, List<Statement> statements) {
    Subject {
        statements = List.copyOf(statements);
    }

    /** True where the statement was read from the same spot as the one before it. */
    public boolean isAgain(int index) {
        return index > 0
                && index < statements.size()
                && statements.get(index).spot().equals(statements.get(index - 1).spot());
    }
}
