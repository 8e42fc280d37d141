package org.sealpost.reading.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.reading.jail.Jail;

/** The command itself: it makes no file, whatever it is given, and is found or not found where it is said to be. */
class TesseractIT {
    private static final Pattern WRITES =
            Pattern.compile("O_CREAT|O_WRONLY|O_RDWR|O_TMPFILE|\\bcreat\\(|\\bmkdir|\\brename|\\blink|\\bmknod");

    /** Every call that could make or change a file, by the kernel's own account. */
    @Test
    void itOpensNoFileToWrite(@TempDir Path folder) throws IOException {
        TextRecognition found = TextRecognition.find("", System.getenv());
        Path strace = Path.of("/usr/bin/strace");
        assumeTrue(found.present(), "tesseract is not installed");
        assumeTrue(Files.isExecutable(strace), "strace is not installed");
        Path calls = folder.resolve("calls");
        Path traced = folder.resolve("tesseract");
        Files.writeString(
                traced,
                "#!/bin/sh\nexec " + strace + " -f -qq -e trace=%file,memfd_create -A -o " + calls + " "
                        + found.command() + " \"$@\"\n");
        Files.setPosixFilePermissions(traced, PosixFilePermissions.fromString("rwx------"));
        TextRecognition watched = new TextRecognition(
                traced.toString(),
                found.languages(),
                found.script(),
                found.data(),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1));
        Sheet sheet = Sheet.of(Grey.of(Paper.scanned(0, 1), 1.5), 0);
        List<ScannedWord> words = new PageRecogniser(watched, new TesseractCommand(watched, Jail.OFF))
                .read(sheet, List.of(), Deadline.in(Duration.ofMinutes(1)));
        assertThat(words).extracting(ScannedWord::text).contains("Information", "Lindqvist");
        List<String> seen = Files.readAllLines(calls);
        assertThat(seen).as("the trace works").anyMatch(call -> call.contains("eng.traineddata"));
        assertThat(seen).noneMatch(call -> WRITES.matcher(call).find() && !call.contains("/dev/null"));
        assertThat(seen).noneMatch(call -> call.contains("memfd_create"));
    }

    @Test
    void isFoundAlongThePathByItsSettingOrNotAtAll(@TempDir Path folder) {
        assertThat(TextRecognition.find("", Map.of("PATH", folder.toString())).present())
                .isFalse();
        assertThat(TextRecognition.find("off", System.getenv()).present()).isFalse();
        assertThat(TextRecognition.find(folder.resolve("nothing").toString(), System.getenv())
                        .present())
                .isFalse();
        TextRecognition found = TextRecognition.find("", System.getenv());
        assumeTrue(found.present(), "tesseract is not installed");
        assertThat(found.languages()).startsWith("eng");
        assertThat(TextRecognition.find(found.command(), Map.of())).isEqualTo(found);
    }
}
