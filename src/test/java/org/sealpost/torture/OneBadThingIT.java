package org.sealpost.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sealpost.torture.inside.Mutation;
import org.springframework.util.FileSystemUtils;

/** One bad thing never stops the next, and is delivered itself: to the last byte, once. */
class OneBadThingIT {
    private static World world;

    @BeforeAll
    static void begin() throws Exception {
        assumeTrue(MailServer.isPossible(), "Dovecot is not installed, or this is not root");
        world = new World(Torture.folder().resolve("world"), World.Kind.SQLITE, Mutation.NONE);
    }

    @AfterAll
    static void end() throws Exception {
        if (world != null) {
            world.close();
            FileSystemUtils.deleteRecursively(world.folder.getParent());
        }
    }

    @Test
    void everyBadLetterAndTheGoodOneAfterIt() throws Exception {
        MailServer mail = world.mail.orElseThrow();
        ByMail sender = new ByMail(mail);
        List<BadLetters.Letter> letters = BadLetters.all();
        List<Form> good = new ArrayList<>();
        for (BadLetters.Letter letter : letters) {
            mail.deliver(letter.bytes());
            good.add(Form.of(good.size(), new Random(good.size())));
            sender.send(good.get(good.size() - 1));
        }
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            List<byte[]> originals = originals();
            for (BadLetters.Letter letter : letters) {
                assertThat(originals)
                        .as(letter.what())
                        .filteredOn(o -> holds(o, letter.token()))
                        .containsExactly(BadLetters.bytes(letter));
            }
            for (Form form : good) {
                assertThat(originals).filteredOn(o -> holds(o, form.token())).hasSize(1);
            }
        });
        for (BadLetters.Letter letter : letters) {
            await().atMost(Duration.ofSeconds(20)).until(() -> mail.isHandled(letter.token()));
        }
    }

    @Test
    void aLetterWithWhichTheGatewayDiesTwiceIsDeliveredUnread() throws Exception {
        Form deadly = Form.of(500_000, new Random(1));
        world.gateway.arm("while reading", 1);
        new ByMail(world.mail.orElseThrow()).send(deadly);
        for (int death = 1; death <= 2; death++) {
            assertThat(world.gateway.stands(60_000)).as("death %d", death).isTrue();
            world.gateway.kill();
            world.gateway.arm("while reading", 1);
            world.gateway.start();
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> readings().stream().anyMatch(r -> r.contains("reading-ended-the-gateway")));
        world.heal();
        assertThat(originals()).filteredOn(o -> holds(o, deadly.token())).hasSize(1);
    }

    private static List<String> readings() throws IOException {
        List<String> all = new ArrayList<>();
        for (Path kept : world.kept()) {
            all.add(Files.readString(kept.resolve("submission.json")));
        }
        return all;
    }

    private static boolean holds(byte[] original, String token) {
        return new String(original, StandardCharsets.ISO_8859_1).contains(token);
    }

    private static List<byte[]> originals() throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (Path kept : world.kept()) {
            try (Stream<Path> files = Files.list(kept.resolve("originals"))) {
                for (Path file : files.toList()) {
                    all.add(Files.readAllBytes(file));
                }
            }
        }
        return all;
    }
}
