package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter that the mail server in front does not vouch for, from the mailbox to the person at a shell and to the force. */
class HeldIT {
    private static final Pattern REFERENCE = Pattern.compile("SP-[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final String VOUCHED = "Authentication-Results: mx.gateway.example; dmarc=pass header.from="
            + "example-agency.example\r\nReceived: from out.example-agency.example by mx.gateway.example; x\r\n";

    @TempDir
    Path folder;

    private Mailboxes mail;
    private GatewayProcess gateway;

    @BeforeEach
    void start() {
        mail = new Mailboxes();
        Map<String, String> environment = new HashMap<>(mail.environment());
        environment.put("SEALPOST_MAILBOX_SENDERS_AUTHSERVID", "mx.gateway.example");
        gateway = new GatewayProcess(folder, environment).start();
    }

    @AfterEach
    void stop() {
        gateway.close();
        mail.close();
    }

    private static String letter(String number, String text) {
        return "From: " + Mailboxes.SENDER + "\r\nTo: intelligence@gateway.example\r\nMessage-ID: <" + number
                + "@example-agency.example>\r\nSubject: a form\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n";
    }

    private Commands.Ended sealpost(String... arguments) {
        return Commands.sealpost(gateway.environment(), folder, arguments);
    }

    private String reply(int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> mail.replies().size() >= count);
        return mail.replies().get(count - 1);
    }

    @Test
    void itWaitsSealedUntilAPersonDecides() throws Exception {
        mail.deliver(VOUCHED + letter("1", "The nickname is Quillfeather."));
        assertThat(reply(1)).contains("We have your form");

        mail.deliver("Received: from evil.example by mx.gateway.example; x\r\n" + VOUCHED
                + letter("2", "The nickname is Marrowmallet."));
        String told = reply(2);
        assertThat(told).contains("names this address as its sender").doesNotContain("Marrowmallet");
        Matcher found = REFERENCE.matcher(told);
        assertThat(found.find()).isTrue();
        String reference = found.group();

        Commands.Ended list = sealpost("held");
        assertThat(list.status()).as(list.err()).isZero();
        assertThat(list.out()).contains(reference, "does not vouch for the sender", "1 held back");
        ForceProcess force = new ForceProcess(gateway.environment(), folder.resolve("force"));
        force.receive(2);
        assertThat(force.kept()).hasSize(1);

        assertThat(sealpost("held", "release", reference, "--by", "nobody@gateway.example")
                        .status())
                .isEqualTo(2);
        sealpost("held", "release", reference, "--by", "one@gateway.example").succeeded();
        assertThat(sealpost("held", "refuse", reference, "--by", "one@gateway.example")
                        .status())
                .isEqualTo(1);
        force.receive(1, 60);
        assertThat(force.kept()).hasSize(2);
        nothingReadableLiesAbout();
    }

    private void nothingReadableLiesAbout() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(folder.resolve("force")))
                    .toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(List.of("Quillfeather", "Marrowmallet", "b.worker"))
                        .as(file.toString())
                        .noneMatch(bytes::contains);
            }
        }
    }
}
