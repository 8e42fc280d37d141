package org.sealpost.force;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sealpost.submission.ForceId;
import org.sealpost.torture.inside.Failpoints;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The receiving side as it is, but for failpoints at each step of keeping and between keeping and the receipt. */
@Command(name = "tortured-receive")
public final class TorturedReceive implements Callable<Integer> {
    @Mixin
    private ForceOptions options = new ForceOptions();

    @Parameters(index = "0")
    private Path out = Path.of(".");

    @Parameters(index = "1")
    private String broker = "";

    @Parameters(index = "2")
    private String password = "";

    public static void main(String[] arguments) {
        Runtime.getRuntime().halt(new CommandLine(new TorturedReceive()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Failpoints failpoints = Failpoints.ofThisProcess();
        ForceId force = options.force();
        Receiver receiver = new Receiver(
                force,
                options.opener(),
                options.ledger(),
                options.receiptSigner(),
                options.witness(),
                out,
                step -> failpoints.meet("force: " + step));
        EnvelopeQueue.Keeping keeping = message -> {
            Reception reception = receiver.receive(message);
            failpoints.meet("force: kept, the receipt not sent");
            return reception;
        };
        Reporting reporting = new Reporting(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        Broker at = new Broker(broker, Optional.of(force.value()), Optional.of(password));
        Asking asking = new Asking(force, receiver::missing, options.resendRequestSigner(), Clock.systemUTC());
        return new Receiving(at, force, keeping, asking, reporting, Optional.empty(), Optional.empty()).run() ? 0 : 1;
    }
}
