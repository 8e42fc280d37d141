package org.sealpost.web.door;

import java.time.Clock;
import org.sealpost.web.settings.WebSettings;
import org.sealpost.web.signin.AccountSignIn;
import org.sealpost.web.signin.SignInLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;

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
}
