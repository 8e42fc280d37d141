package org.sealpost.web.signin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sealpost.delivery.Onlooker;
import org.sealpost.delivery.OperatorName;
import org.sealpost.web.settings.Duty;
import org.sealpost.web.settings.OperatorAccount;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The operator that a request came in as. Sessions are kept in memory only, so this is never serialised. */
@SuppressWarnings("serial")
public record OperatorIn(OperatorAccount account) implements UserDetails {
    /** Who may decide. */
    public static final String OPERATOR = Duty.OPERATOR.name();
    /** Who may look and change nothing. */
    public static final String AUDITOR = Duty.AUDITOR.name();
    /** Who may see the keys. */
    public static final String KEY_HOLDER = Duty.KEY_HOLDER.name();

    public Duty duty() {
        return account.duty();
    }

    /** The page to begin with. */
    public String home() {
        return account.duty() == Duty.KEY_HOLDER ? "/operator/keys" : "/operator/undelivered";
    }

    /** As the ledger names who looks. */
    public Onlooker by(Onlooker.Way way) {
        Onlooker.Capacity capacity =
                switch (account.duty()) {
                    case OPERATOR -> Onlooker.Capacity.OPERATOR;
                    case AUDITOR -> Onlooker.Capacity.AUDITOR;
                    case KEY_HOLDER -> Onlooker.Capacity.KEY_HOLDER;
                };
        return new Onlooker(account.name().value(), capacity, Optional.empty(), way);
    }

    public OperatorName name() {
        return account.name();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + account.duty().name()));
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
