package org.sealpost.web.settings;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sealpost.submission.ForceId;

/**
 * What the pages and the API are told.
 *
 * @param serviceName stands in the header and the titles
 * @param contact one line: whom to ask, shown on every page; empty for none
 * @param confirmedWithin within what time forces usually confirm; shown to the sender as an expectation
 * @param accounts who may sign in; empty means nobody
 * @param operators who may see and decide about what is not delivered; empty means nobody
 * @param forceNames what forces are called on the pages; a force that is not listed is shown by its configured name
 */
public record WebSettings(
        String serviceName,
        String contact,
        Duration confirmedWithin,
        List<Account> accounts,
        List<OperatorAccount> operators,
        Map<ForceId, String> forceNames,
        UploadLimits uploads,
        SignIns signIns,
        Rates rates,
        Programs programs) {
    /** @throws IllegalArgumentException where two accounts have one name, or there is nothing to call the service */
    public WebSettings {
        accounts = List.copyOf(accounts);
        operators = List.copyOf(operators);
        forceNames = Map.copyOf(forceNames);
        if (serviceName.isBlank()) {
            throw new IllegalArgumentException("the service needs a name");
        }
        if (confirmedWithin.isNegative() || confirmedWithin.isZero()) {
            throw new IllegalArgumentException("the time within which a force confirms is positive");
        }
        Set<String> names = new HashSet<>();
        for (Account account : accounts) {
            if (!names.add(account.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two accounts are called " + account.name());
            }
        }
        for (OperatorAccount operator : operators) {
            if (!names.add(operator.name().value().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two accounts are called " + operator.name());
            }
        }
    }

    /** Everything but the accounts by default: "Sealpost", 15 minutes, and the other records' own defaults. */
    public static WebSettings of(List<Account> accounts) {
        return new WebSettings(
                "Sealpost",
                "",
                Duration.ofMinutes(15),
                accounts,
                List.of(),
                Map.of(),
                UploadLimits.DEFAULT,
                SignIns.DEFAULT,
                Rates.DEFAULT,
                Programs.NONE);
    }

    /** What a person calls the force. */
    public String nameOf(ForceId force) {
        return forceNames.getOrDefault(force, force.value());
    }
}
