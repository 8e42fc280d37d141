package org.sealpost.web.settings;

import org.sealpost.delivery.OperatorName;

/**
 * Somebody who looks after the gateway: sees no submissions' pages and sends nothing. One account a person, whatever way
 * that person signs in.
 *
 * @param name what is typed to sign in, and what the ledger names this person
 * @param passwordHash as that of an {@link Account}; empty for who signs in by a provider alone
 * @param example as that of an {@link Account}
 */
public record OperatorAccount(OperatorName name, Duty duty, String passwordHash, boolean example) {
    /** @throws IllegalArgumentException where the name cannot be typed in, or the password is not hashed */
    public OperatorAccount {
        if (name.value().contains(":")) {
            throw new IllegalArgumentException("an operator's name has no colon");
        }
        if (!passwordHash.isEmpty() && !Account.isHash(passwordHash)) {
            throw new IllegalArgumentException("the password of operator " + name + " is not a BCrypt hash");
        }
    }

    /** Never prints the hash. */
    @Override
    public String toString() {
        return "operator " + name;
    }
}
