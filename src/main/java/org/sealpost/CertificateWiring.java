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
import org.jspecify.annotations.Nullable;
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
        put(files, "signing by the gateway", settings.keys().signingCertificate());
        put(files, "post-quantum signing by the gateway", settings.keys().postQuantumSigningCertificate());
        settings.forces().forEach((name, force) -> {
            put(files, "sealing to " + name, force.encryptionCertificate());
            put(files, "post-quantum sealing to " + name, force.postQuantumCertificate());
            put(files, "sealing the source to " + name, force.sourceCertificate());
            put(files, "post-quantum sealing of the source to " + name, force.sourcePostQuantumCertificate());
            put(files, "receipts of " + name, force.receiptCertificate());
        });
        return files;
    }

    private static void put(Map<String, Path> files, String what, @Nullable Path file) {
        if (file != null) {
            files.put(what, Home.resolve(file));
        }
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
