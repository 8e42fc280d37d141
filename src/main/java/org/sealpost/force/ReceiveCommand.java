package org.sealpost.force;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.submission.ForceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code sealpost receive}: the force's side. Exits 0 when it ended as asked, 1 on trouble, 2 on wrong use. */
@Command(
        name = "receive",
        mixinStandardHelpOptions = true,
        description = {
            "Takes envelopes off the force's queue, opens and checks them, writes each submission into a folder of its"
                    + " own below DIR, then sends the receipt.",
            "Without --max and --wait it goes on until it is interrupted, which is safe at any moment."
        })
public final class ReceiveCommand implements Callable<Integer> {
    /** Published with the example configuration, and refused by a gateway that listens beyond loopback. */
    private static final String EXAMPLE_PASSWORD = "example-only";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ForceOptions options = new ForceOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where submissions are kept.")
    private Path out = Path.of(".");

    @Option(names = "--max", paramLabel = "N", converter = Count.class, description = "End after N submissions.")
    private @Nullable Integer max;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "End when nothing came for SECONDS.")
    private @Nullable Duration wait;

    @Option(
            names = "--file",
            paramLabel = "ENVELOPE",
            description = "Takes this one file, which came by other means, and nothing off the queue; says where the"
                    + " receipt lies that is to go back. Needs --proof.")
    private @Nullable Path file;

    @Option(names = "--proof", paramLabel = "PROOF", description = "The ledger's proof that came with the file.")
    private @Nullable Path proof;

    @Option(
            names = "--broker",
            paramLabel = "URL",
            defaultValue = "${env:SEALPOST_FORCE_BROKER_URL}",
            description = "The broker's address (default: $SEALPOST_FORCE_BROKER_URL, or tcp://127.0.0.1 on port"
                    + " $SEALPOST_BROKER_PORT, or 61616). TLS is set by the URL's parameters.")
    private @Nullable String broker;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The user the broker knows this force by (default: the force's name).")
    private @Nullable String user;

    @Option(
            names = "--password-env",
            paramLabel = "VARIABLE",
            defaultValue = "SEALPOST_FORCE_BROKER_PASSWORD",
            description = "The environment variable that holds that user's password (default: ${DEFAULT-VALUE};"
                    + " where it is not set, the example configuration's password).")
    private String passwordVariable = "SEALPOST_FORCE_BROKER_PASSWORD";

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        Reporting reporting = new Reporting(
                command.commandLine().getOut(), command.commandLine().getErr());
        try {
            ForceId force = options.force();
            Receiver receiver = new Receiver(
                    force, options.opener(), options.ledger(), options.receiptSigner(), options.witness(), out);
            if (file != null || proof != null) {
                return new ReceivedByHand(
                                receiver, out, reporting, command.commandLine().getOut())
                        .take(file, proof);
            }
            boolean ended = new Receiving(
                            broker(force),
                            force,
                            receiver::receive,
                            new Asking(force, receiver::missing, options.resendRequestSigner(), Clock.systemUTC()),
                            reporting,
                            Optional.ofNullable(max),
                            Optional.ofNullable(wait))
                    .run();
            return ended ? 0 : 1;
        } catch (ForceOptions.UnusableException | IllegalArgumentException e) {
            reporting.warn("This cannot be used: " + e.getMessage() + ".");
            return 2;
        } catch (IOException e) {
            reporting.warn("The folder " + out + " cannot be written to.");
            return 2;
        }
    }

    /** From 1. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9][0-9]{0,8}")) {
                throw new TypeConversionException("'" + text + "' is not a number from 1");
            }
            return Integer.valueOf(text);
        }
    }

    /** With or without a fraction. */
    static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("[0-9]{1,8}([.][0-9]{1,9})?")) {
                throw new TypeConversionException("'" + text + "' is not a number of seconds");
            }
            return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue());
        }
    }

    private Broker broker(ForceId force) {
        String port = System.getenv("SEALPOST_BROKER_PORT");
        String url = broker == null || broker.isBlank() || broker.startsWith("${")
                ? "tcp://127.0.0.1:" + (port == null || port.isBlank() ? "61616" : port)
                : broker;
        String password = System.getenv(passwordVariable);
        return new Broker(
                url,
                Optional.of(user == null ? force.value() : user),
                Optional.of(password == null ? EXAMPLE_PASSWORD : password));
    }
}
