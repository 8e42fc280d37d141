package org.sealpost;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Runs the gateway until it is asked to end. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = "Runs the gateway, configured by config/ and by environment variables as Spring Boot reads them.")
final class GatewayCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
        try (Gateway gateway = GatewayApplication.start(Map.of())) {
            System.out.println(gateway.readySentence());
            System.out.flush();
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
