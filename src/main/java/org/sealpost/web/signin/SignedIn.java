package org.sealpost.web.signin;

import java.util.Collection;
import java.util.List;
import org.sealpost.web.settings.Account;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The account that a request came in under. Sessions are kept in memory only, so this is never serialised. */
@SuppressWarnings("serial")
public record SignedIn(Account account) implements UserDetails {
    /** What only a partner's accounts may do. */
    public static final String ROLE = "PARTNER";

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + ROLE));
    }

    @Override
    public String getPassword() {
        return account.passwordHash();
    }

    @Override
    public String getUsername() {
        return account.name();
    }

    @Override
    public String toString() {
        return account.toString();
    }
}
