package org.sealpost.web.door;

import java.time.Clock;
import org.sealpost.identity.SignInLinks;
import org.sealpost.web.settings.WebSettings;
import org.sealpost.web.signin.AccountSignIn;
import org.sealpost.web.signin.BoundLinks;
import org.sealpost.web.signin.LinkMailer;
import org.sealpost.web.signin.LinkPost;
import org.sealpost.web.signin.SignInLimits;
import org.sealpost.web.signin.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationProvider;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The three ways in. Nobody comes in by any other, and only who has an account learns what is not there. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import({ProgramsDoor.class, WatchersDoor.class, PeopleDoor.class})
public class Doors {
    @Bean
    AuthenticationManager accountsAndNobodyElse(WebSettings settings, Clock clock) {
        return new ProviderManager(
                new AccountSignIn(settings.accounts(), settings.operators(), new SignInLimits(clock), clock));
    }

    /** Nothing where no links are sent. */
    @Bean
    LinkDoor.Maybe linkDoor(WebSettings settings, SignInLinks kept, LinkPost post, Clock clock) {
        return new LinkDoor.Maybe(settings.signIns().linksFrom().map(base -> {
            BoundLinks links = new BoundLinks(kept, clock);
            AuthenticationProvider provider =
                    new OneTimeTokenAuthenticationProvider(links, address -> settings.signIns()
                            .addresses()
                            .find(address)
                            .map(SignedIn::byLink)
                            .orElseThrow(() -> new UsernameNotFoundException("no partner's address")));
            return new LinkDoor(links, new LinkMailer(settings.signIns().addresses(), base, post, clock), provider);
        }));
    }
}
