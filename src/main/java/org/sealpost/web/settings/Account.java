package org.sealpost.web.settings;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/**
 * One person, or one program, of a partner: never shared.
 *
 * @param name what is typed to sign in, compared without regard to case; at most 254 bytes without blanks, often an
 *     e-mail address
 * @param passwordHash BCrypt, with or without the prefix <code>{bcrypt}</code>; a plain password is refused
 * @param force where everything this account sends goes
 * @param example true for accounts of the example configuration, whose passwords everybody knows; whoever wires the
 *     gateway refuses them beyond loopback and in production
 */
public record Account(String name, String passwordHash, PartnerId partner, ForceId force, boolean example) {
    private static final Pattern BCRYPT = Pattern.compile("(\\{bcrypt})?\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    /** @throws IllegalArgumentException where the name has another shape or the password is not hashed */
    public Account {
        if (name.isEmpty()
                || name.getBytes(StandardCharsets.UTF_8).length > 254
                || name.chars().anyMatch(c -> c <= ' ' || c == ':' || c == 0x7f)) {
            throw new IllegalArgumentException("an account's name has 1 to 254 bytes, no blanks and no colon");
        }
        if (!isHash(passwordHash)) {
            throw new IllegalArgumentException("the password of account " + name + " is not a BCrypt hash");
        }
    }

    /** Who it is. */
    public Sender sender() {
        return new Sender(name, partner, force);
    }

    static boolean isHash(String password) {
        return BCRYPT.matcher(password).matches();
    }

    /** Never prints the hash. */
    @Override
    public String toString() {
        return "account " + name + " of " + partner;
    }
}
