package org.sealpost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Finds passwords that come with this source or with what it stands on, and those that everybody tries first. */
final class DefaultPasswords {
    private static final String EXAMPLE = "example-only";
    /** In lower case; among them what Artemis has for a pair of brokers ({@code cluster-password}) until it is set. */
    private static final Set<String> KNOWN = Set.of(
            EXAMPLE,
            "change me!!",
            "changeit",
            "changeme",
            "change-me",
            "password",
            "secret",
            "admin",
            "artemis",
            "guest",
            "postgres",
            "sealpost");
    /** Of hashes only these are tried, since each try takes a tenth of a second. */
    private static final List<String> TRIED = List.of(EXAMPLE, "password");

    private final Settings settings;

    DefaultPasswords(Settings settings) {
        this.settings = settings;
    }

    /** Whose password is the example configuration's. */
    List<String> examples() {
        return among((user, plain) -> plain.equals(EXAMPLE), (user, hash) -> encoder()
                .matches(EXAMPLE, hash));
    }

    /**
     * Whose password is well known, or their own name.
     *
     * @param clusterPassword of the pair of brokers, where this machine's environment has it
     */
    List<String> known(@Nullable String clusterPassword) {
        List<String> found = new ArrayList<>(among(
                DefaultPasswords::isKnown,
                (user, hash) -> TRIED.stream().anyMatch(t -> encoder().matches(t, hash))
                        || encoder().matches(user, hash)));
        if (clusterPassword != null && isKnown("", clusterPassword)) {
            found.add("the brokers' own (sealpost.cluster.password)");
        }
        return found;
    }

    /** Whose password stands in the clear where a hash belongs. */
    List<String> inTheClear() {
        return among((user, plain) -> false, (user, hash) -> hash.startsWith("{noop}"));
    }

    private List<String> among(BiPredicate<String, String> plain, BiPredicate<String, String> hashed) {
        List<String> found = new ArrayList<>();
        settings.partners().values().forEach(partner -> partner.accounts().stream()
                .filter(account -> !account.password().isEmpty() && hashed.test(account.name(), account.password()))
                .forEach(account -> found.add("the account " + account.name())));
        settings.operators().stream()
                .filter(account -> !account.password().isEmpty() && hashed.test(account.name(), account.password()))
                .forEach(account -> found.add("the operator " + account.name()));
        Settings.Broker broker = settings.broker();
        if (plain.test(broker.user(), broker.password())) {
            found.add("the broker's password");
        }
        settings.forces().forEach((name, force) -> {
            if (force.brokerPassword() != null && plain.test(name, force.brokerPassword())) {
                found.add("the broker's password of " + name);
            }
        });
        Settings.Database database = settings.database();
        if (!database.url().isBlank() && plain.test(database.user(), database.password())) {
            found.add("the database's password");
        }
        return found;
    }

    private static boolean isKnown(String user, String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        return KNOWN.contains(plain) || (!user.isEmpty() && plain.equals(user.toLowerCase(Locale.ROOT)));
    }

    private static PasswordEncoder encoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
