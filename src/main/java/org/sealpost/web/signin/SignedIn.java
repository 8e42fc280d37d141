package org.sealpost.web.signin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sealpost.delivery.Onlooker;
import org.sealpost.web.settings.Account;
import org.sealpost.web.settings.Sender;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The sender that a request came in as. Sessions are kept in memory only, so this is never serialised.
 *
 * @param passwordHash empty where it did not come in by a password
 */
@SuppressWarnings("serial")
public record SignedIn(Sender sender, String passwordHash) implements UserDetails {
    /** What only a partner's senders may do. */
    public static final String ROLE = "PARTNER";

    /** To hand something in; a token may lack it. */
    public static final String MAY_SEND = "MAY_SEND";
    /** To ask what became of something; a token may lack it. */
    public static final String MAY_READ = "MAY_READ";

    /** By a client certificate. */
    public static SignedIn byCertificate(Sender sender) {
        return new SignedIn(sender, "");
    }

    /** By a link that was sent to that person's address. */
    public static SignedIn byLink(Sender sender) {
        return new SignedIn(sender, "");
    }

    /** By a provider whose word is believed. */
    public static SignedIn vouchedFor(Sender sender) {
        return new SignedIn(sender, "");
    }

    static SignedIn of(Account account) {
        return new SignedIn(account.sender(), account.passwordHash());
    }

    /** As the ledger names who looks. */
    public Onlooker by(Onlooker.Way way) {
        return new Onlooker(sender.name(), Onlooker.Capacity.SENDER, Optional.of(sender.partner()), way);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(
                new SimpleGrantedAuthority("ROLE_" + ROLE),
                new SimpleGrantedAuthority(MAY_SEND),
                new SimpleGrantedAuthority(MAY_READ));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return sender.name();
    }

    /** Never prints the hash. */
    @Override
    public String toString() {
        return sender.toString();
    }
}
