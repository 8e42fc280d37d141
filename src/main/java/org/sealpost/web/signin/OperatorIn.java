package org.sealpost.web.signin;

import java.util.Collection;
import java.util.List;
import org.sealpost.delivery.OperatorName;
import org.sealpost.web.settings.OperatorAccount;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The operator that a request came in as. Sessions are kept in memory only, so this is never serialised. */
@SuppressWarnings("serial")
public record OperatorIn(OperatorAccount account) implements UserDetails {
    /** What only operators may do. */
    public static final String ROLE = "OPERATOR";

    public OperatorName name() {
        return account.name();
    }

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
        return account.name().value();
    }

    @Override
    public String toString() {
        return account.toString();
    }
}
