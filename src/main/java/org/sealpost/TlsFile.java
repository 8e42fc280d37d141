package org.sealpost;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * A file with certificates for TLS, by which the gateway is known or knows others.
 *
 * @param what a word of ours for people and metrics, such as {@code web}
 * @param setting where it is configured
 */
record TlsFile(String what, String setting, Path path) {
    /** All that the web server, the broker's client and the database's client are configured with. */
    static List<TlsFile> of(Settings settings, Environment environment) {
        List<TlsFile> found = new ArrayList<>();
        web(found, environment);
        if (!settings.broker().embedded()) {
            String url = settings.broker().url();
            inUrl(found, "broker client", "sealpost.broker.url", url, "keyStorePath");
            inUrl(found, "broker authority", "sealpost.broker.url", url, "trustStorePath");
        }
        String database = settings.database().url();
        inUrl(found, "database client", "sealpost.database.url", database, "sslcert");
        inUrl(found, "database authority", "sealpost.database.url", database, "sslrootcert");
        return found;
    }

    private static void web(List<TlsFile> found, Environment environment) {
        String bundle = environment.getProperty("server.ssl.bundle", "");
        String pem = "spring.ssl.bundle.pem." + bundle;
        Optional.ofNullable(environment.getProperty("server.ssl.certificate"))
                .flatMap(TlsFile::path)
                .ifPresent(path -> found.add(new TlsFile("web", "server.ssl.certificate", path)));
        Optional.ofNullable(environment.getProperty(pem + ".keystore.certificate"))
                .flatMap(TlsFile::path)
                .ifPresent(path -> found.add(new TlsFile("web", pem + ".keystore.certificate", path)));
        Optional.ofNullable(environment.getProperty(pem + ".truststore.certificate"))
                .flatMap(TlsFile::path)
                .ifPresent(path -> found.add(new TlsFile("web authority", pem + ".truststore.certificate", path)));
    }

    private static void inUrl(List<TlsFile> found, String what, String setting, String url, String parameter) {
        Matcher value = Pattern.compile("[?&;]" + parameter + "=([^&;,)]+)").matcher(url);
        if (value.find()) {
            path(value.group(1)).ifPresent(path -> found.add(new TlsFile(what, setting, path)));
        }
    }

    /** Empty for what is no file: PEM that stands in the configuration itself, or a place on the class path. */
    private static Optional<Path> path(String value) {
        String plain = value.startsWith("file:") ? value.substring("file:".length()) : value;
        return plain.contains("-----BEGIN") || plain.startsWith("classpath:")
                ? Optional.empty()
                : Optional.of(Path.of(plain.strip()));
    }
}
