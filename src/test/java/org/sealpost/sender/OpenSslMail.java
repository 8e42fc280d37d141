package org.sealpost.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sealpost.submission.Bytes;

/** S/MIME mail as a client of today makes it, by the openssl command. Everybody in it is invented. */
final class OpenSslMail {
    private final Path folder;

    OpenSslMail(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void authority(String name) throws Exception {
        openssl(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "30",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                name + ".pem");
    }

    /** @param extensions lines of an extension file */
    void certificate(String name, String authority, String newKey, String... extensions) throws Exception {
        Files.write(file("ext"), List.of(extensions));
        List<String> request = new ArrayList<>(List.of("req", "-new", "-nodes", "-subj", "/CN=" + name));
        request.addAll(Arrays.asList(newKey.split(" ")));
        request.addAll(List.of("-keyout", name + ".key", "-out", "request"));
        openssl(request.toArray(String[]::new));
        openssl(
                "x509",
                "-req",
                "-in",
                "request",
                "-CA",
                authority + ".pem",
                "-CAkey",
                authority + ".key",
                "-days",
                "30",
                "-CAcreateserial",
                "-extfile",
                "ext",
                "-out",
                name + ".pem");
    }

    /** A letter of that author around what the file holds. */
    Bytes mail(String author, String in, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of("cms"));
        all.addAll(List.of(command));
        all.addAll(List.of("-in", in, "-out", "made", "-subject", "a form"));
        if (!author.isEmpty()) {
            all.addAll(List.of("-from", author, "-to", "forms@gateway.example"));
        }
        List<String> recipients =
                all.stream().filter(w -> w.startsWith("recip:")).toList();
        all.removeAll(recipients);
        recipients.forEach(r -> all.add(r.substring("recip:".length())));
        openssl(all.toArray(String[]::new));
        String text = Files.readString(file("made"), StandardCharsets.ISO_8859_1);
        return Bytes.of(text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    void openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "openssl is not installed");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
