package org.sealpost;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The wall around what is published with the source: it serves on loopback only. */
final class ExamplesInUse {
    private final Settings settings;

    ExamplesInUse(Settings settings) {
        this.settings = settings;
    }

    /** @throws RefusedToStartException where an example is used where others can reach it */
    void refuse() throws IOException {
        List<String> examples = examples();
        List<String> beyond = examples.isEmpty() ? List.of() : BeyondLoopback.settings(settings);
        if (!beyond.isEmpty()) {
            throw new RefusedToStartException(
                    "examples-beyond-loopback",
                    "the example keys and accounts are public and serve on loopback only, but "
                            + String.join(", ", beyond) + " goes beyond it: " + replace(examples));
        }
    }

    static String replace(List<String> examples) {
        return "replace what is marked EXAMPLE in config/application.yaml; it concerns " + String.join(", ", examples);
    }

    private List<String> examples() throws IOException {
        List<String> found = new ArrayList<>(ExampleFiles.among(settings));
        found.addAll(marked(settings));
        found.addAll(new DefaultPasswords(settings).examples());
        return found.stream().distinct().toList();
    }

    /** Accounts that are said to be examples, whatever their password. */
    static List<String> marked(Settings settings) {
        List<String> found = new ArrayList<>();
        settings.partners().forEach((name, partner) -> partner.accounts().stream()
                .filter(Settings.Account::example)
                .forEach(account -> found.add("the account " + account.name())));
        settings.operators().stream()
                .filter(Settings.Caretaker::example)
                .forEach(account -> found.add("the operator " + account.name()));
        return found;
    }
}
