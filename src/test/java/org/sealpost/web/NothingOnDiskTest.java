package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Looks through everything the server could write to, in the middle of an upload, while it is admitted, and after it. */
@TestPropertySource(properties = "server.tomcat.basedir=target/tomcat-of-nothing-on-disk")
class NothingOnDiskTest extends InTheWebHouse {
    private static final Path SERVER = Path.of("target", "tomcat-of-nothing-on-disk");
    private static final String MARK = "Wynford Sample-Davies of 9 Invented Terrace";

    private final Instant start = Instant.now().minusSeconds(1);

    /** Files of the server's folder, and fresh ones of the temporary folder, that hold the mark. */
    private List<Path> found() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : List.of(SERVER, Path.of(System.getProperty("java.io.tmpdir")))) {
            try (Stream<Path> files = Files.find(
                    folder,
                    folder.equals(SERVER) ? 20 : 2,
                    (file, a) -> a.isRegularFile()
                            && a.size() < 5_000_000
                            && a.lastModifiedTime().compareTo(FileTime.from(start)) > 0)) {
                files.filter(NothingOnDiskTest::holdsTheMark).forEach(found::add);
            } catch (UncheckedIOException gone) {
                // Somebody else's folder of the temporary one, closed to us or just removed.
            }
        }
        return found;
    }

    private static boolean holdsTheMark(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void theSearchFindsWhatIsThere() throws Exception {
        Path planted = Files.writeString(SERVER.resolve("planted"), "x" + MARK);
        try {
            assertThat(found()).contains(planted);
        } finally {
            Files.delete(planted);
        }
    }

    @Test
    void anUploadLeavesNothingWhileItComesWhileItIsReadOrAfter() throws Exception {
        Map<String, List<Path>> seen = new ConcurrentHashMap<>();
        useCases.hold = step -> {
            try {
                seen.put(step, found());
            } catch (IOException e) {
                throw new IllegalStateException("could not look");
            }
        };
        byte[] document = (MARK + "\n").repeat(8_000).getBytes(StandardCharsets.UTF_8);
        byte[] form = new Client.Form()
                .field("empty", " ")
                .file("file", MARK + ".pdf", document)
                .file("file", "second.pdf", document)
                .bytes();
        int half = form.length / 2;
        InputStream looksInTheMiddle = new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    // Long enough for what was sent so far to arrive.
                    Thread.sleep(300);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                seen.put("arriving", found());
                return -1;
            }
        };
        int status = client.send(client.to("/api/submissions")
                        .header("Authorization", Client.basic(WebHouse.WORKER, WebHouse.PASSWORD))
                        .header("Content-Type", "multipart/form-data; boundary=" + Client.BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new SequenceInputStream(Collections.enumeration(List.of(
                                        new ByteArrayInputStream(form, 0, half),
                                        looksInTheMiddle,
                                        new ByteArrayInputStream(form, half, form.length - half)))))))
                .statusCode();

        assertThat(status).isEqualTo(201);
        seen.put("after", found());
        assertThat(seen).containsKeys("arriving", "reading 1", "sealing", "storing", "after");
        assertThat(seen.values()).allSatisfy(files -> assertThat(files).isEmpty());
    }
}
