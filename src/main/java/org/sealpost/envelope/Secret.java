package org.sealpost.envelope;

/**
 * A key that never prints itself. Whoever needs it calls {@link #exposed}: one search for that word finds every place
 * where a key leaves its wrapping.
 */
final class Secret<T> {
    private final T value;

    Secret(T value) {
        this.value = value;
    }

    T exposed() {
        return value;
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
