package org.sealpost;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** Makes the hash of a password for {@code config/application.yaml}. */
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        scope = ScopeType.LOCAL,
        description =
                "Reads a password from standard input and prints its hash, for an account in config/application.yaml.")
final class PasswordCommand implements Callable<Integer> {
    private static final int SHORTEST = 12;

    @Override
    public Integer call() throws IOException {
        String password = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (password == null) {
            System.err.println("sealpost: standard input is empty; type the password, or pipe it into this command");
            return 2;
        }
        if (password.length() < SHORTEST) {
            System.err.println("sealpost: a password has at least " + SHORTEST + " characters");
            return 2;
        }
        System.out.println(
                PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password));
        return 0;
    }
}
