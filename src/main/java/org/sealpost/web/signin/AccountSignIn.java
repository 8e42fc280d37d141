package org.sealpost.web.signin;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sealpost.web.settings.Account;
import org.sealpost.web.settings.OperatorAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a name and a password against the configured accounts. An unknown name takes as long as a wrong password and
 * gets the same answer; a password that was right a short while ago is known at once. Never logs what was typed.
 */
public final class AccountSignIn implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(AccountSignIn.class);
    /** BCrypt reads no further; Spring's encoder faults on longer ones. */
    private static final int LONGEST_PASSWORD = 72;

    private final Map<String, UserDetails> byName;
    private final DaoAuthenticationProvider passwords;
    private final ProvenPasswords proven;
    private final SignInLimits limits;

    public AccountSignIn(List<Account> accounts, List<OperatorAccount> operators, SignInLimits limits, Clock clock) {
        this.byName = Stream.concat(
                        accounts.stream().map(SignedIn::of), operators.stream().map(OperatorIn::new))
                // Without a password here, a name is as unknown here as any other.
                .filter(known -> !known.getPassword().isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        a -> a.getUsername().toLowerCase(Locale.ROOT), Function.identity()));
        this.limits = limits;
        this.proven = new ProvenPasswords(clock);
        this.passwords = new DaoAuthenticationProvider(name -> {
            UserDetails account = byName.get(name.toLowerCase(Locale.ROOT));
            if (account == null) {
                throw new UsernameNotFoundException("no such account");
            }
            return account;
        });
        BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
        DelegatingPasswordEncoder prefixed = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", bcrypt));
        prefixed.setDefaultPasswordEncoderForMatches(bcrypt);
        passwords.setPasswordEncoder(prefixed);
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String name = typed.getName();
        String address =
                typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
        if (!limits.allows(name, address)) {
            LOG.warn("sign-in from {} put off: too many wrong passwords", address);
            throw new TooManyAttemptsException();
        }
        try {
            if (typed.getCredentials() instanceof String password && password.length() > LONGEST_PASSWORD) {
                throw new BadCredentialsException("too long for a password");
            }
            return checked(typed);
        } catch (BadCredentialsException wrong) {
            limits.failed(name, address);
            LOG.warn("sign-in from {} failed", address);
            throw wrong;
        }
    }

    private Authentication checked(Authentication typed) {
        UserDetails account = byName.get(typed.getName().toLowerCase(Locale.ROOT));
        if (account == null || !(typed.getCredentials() instanceof String password)) {
            return passwords.authenticate(typed);
        }
        if (!proven.holds(account.getUsername(), password)) {
            Authentication done = passwords.authenticate(typed);
            proven.add(account.getUsername(), password);
            return done;
        }
        UsernamePasswordAuthenticationToken done =
                UsernamePasswordAuthenticationToken.authenticated(account, password, account.getAuthorities());
        done.setDetails(typed.getDetails());
        return done;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
