package org.sealpost;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sealpost.delivery.Warnings;
import org.sealpost.transport.ExpiryWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Who learns that a certificate ends soon: the log, the operators' page, and whatever collects metrics. */
@Configuration(proxyBeanMethods = false)
class CertificateWiring {
    @Bean
    ExpiryWatch expiryWatch(Settings settings, Environment environment, Clock clock) {
        return new ExpiryWatch(watched(settings, environment), clock);
    }

    /** By what each is for; none is named after a person or a file. */
    static Map<String, Path> watched(Settings settings, Environment environment) {
        Map<String, Path> files = new LinkedHashMap<>();
        TlsFile.of(settings, environment).forEach(file -> files.put("TLS, " + file.what(), file.path()));
        files.put("signing by the gateway", Home.resolve(settings.keys().signingCertificate()));
        Path postQuantum = settings.keys().postQuantumSigningCertificate();
        if (postQuantum != null) {
            files.put("post-quantum signing by the gateway", Home.resolve(postQuantum));
        }
        settings.forces().forEach((name, force) -> {
            Path other = force.postQuantumCertificate();
            if (other != null) {
                files.put("post-quantum sealing to " + name, Home.resolve(other));
            }
            files.put("sealing to " + name, Home.resolve(force.encryptionCertificate()));
            files.put("receipts of " + name, Home.resolve(force.receiptCertificate()));
        });
        return files;
    }

    @Bean
    Warnings certificatesThatEnd(ExpiryWatch watch) {
        return watch::sentences;
    }

    @Bean
    MeterBinder certificateDays(ExpiryWatch watch) {
        return registry -> watch.certificates().forEach(certificate -> Gauge.builder(
                        "sealpost.certificate.days",
                        watch,
                        w -> w.days(certificate).isPresent()
                                ? w.days(certificate).getAsInt()
                                : Double.NaN)
                .description("whole days until a certificate ends")
                .tag("certificate", certificate)
                .register(registry));
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService certificateHours(ExpiryWatch watch) {
        ScheduledExecutorService hours = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "certificates");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = hours.scheduleAtFixedRate(watch::look, 0, 1, TimeUnit.HOURS);
        return hours;
    }
}
