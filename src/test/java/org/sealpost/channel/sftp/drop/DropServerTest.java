package org.sealpost.channel.sftp.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sealpost.channel.sftp.FakeDesk;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Refusal;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The drop server against a client that can be made to misbehave. */
@ExtendWith(OutputCaptureExtension.class)
class DropServerTest {
    private static final EnumSet<OpenMode> WRITE = EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate);

    private DropFixture drop;
    private SftpClient client;

    @BeforeEach
    void start() throws Exception {
        drop = new DropFixture(DropLimits.DEFAULT.withBytes(1 << 20, 4 << 20));
        client = drop.sftp();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        drop.close();
    }

    @Test
    void aHalfWrittenFileIsNeverAdmittedAndItsMemoryComesBack() throws Exception {
        int free = drop.server.freePieces();
        SftpClient.CloseableHandle handle = client.open("drop/form.pdf", WRITE);
        client.write(handle, 0, random(100_000));
        put("drop/waiting.pdf.part", random(100_000));
        assertThat(drop.server.freePieces()).isEqualTo(free - 4);
        ((ClientSession) client.getSession()).close(true);
        await().atMost(Duration.ofSeconds(20)).until(() -> drop.server.freePieces() == free);
        assertThat(drop.desk.calls()).isZero();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> drop.desk.turnedAway().size() == 2);
        assertThat(drop.desk.turnedAway()).containsExactly("broken-off", "never-renamed");
        client = drop.sftp();
        assertThat(names("receipts"))
                .containsExactlyInAnyOrder("form.pdf.not-taken.0.txt", "waiting.pdf.part.not-taken.1.txt");
        assertThat(read("receipts/waiting.pdf.part.not-taken.1.txt"))
                .contains("waiting.pdf.part", "NOT taken", "Send the file again under another name", "call 999");
    }

    @Test
    void theServerDoesNotStopBeforeEachSessionHasNotedWhatItLeaves() throws Exception {
        put("drop/waiting.pdf.part", random(10));
        drop.server.close();
        assertThat(drop.desk.turnedAway()).containsExactly("never-renamed");
    }

    @Test
    void aRepeatUnderAnotherNameHasATextOfItsOwn() throws Exception {
        put("drop/form.pdf", new byte[] {1});
        put("drop/again.pdf", new byte[] {1});
        String reference = drop.desk.references().get(0).value();
        assertThat(names("receipts"))
                .containsExactlyInAnyOrder("form.pdf." + reference + ".txt", "again.pdf." + reference + ".txt");
        assertThat(read("receipts/again.pdf." + reference + ".txt")).contains(reference, "File: again.pdf");
        drop.desk.deliverAll();
        assertThat(names("receipts")).hasSize(3).contains(reference + ".p7s");
        assertThat(read("receipts/again.pdf." + reference + ".txt")).contains("The force has it");
    }

    @Test
    void piecesInAnyOrderArePutTogetherRight() throws Exception {
        byte[] form = random(700_001);
        List<Integer> offsets = new ArrayList<>();
        for (int offset = 0; offset < form.length; offset += 9_973) {
            offsets.add(offset);
        }
        Collections.shuffle(offsets, new SecureRandom());
        SftpClient.CloseableHandle handle = client.open("drop/form.pdf", WRITE);
        for (int offset : offsets) {
            client.write(handle, offset, form, offset, Math.min(9_973, form.length - offset));
        }
        handle.close();
        assertThat(drop.desk.contents()).containsExactly(Bytes.of(form));
    }

    @Test
    void aGapOrTooMuchOrNothingIsRefusedWithASentence() throws Exception {
        SftpClient.CloseableHandle gap = client.open("drop/gap.pdf", WRITE);
        client.write(gap, 10, new byte[10]);
        assertSays(gap::close, "sparse-file");
        SftpClient.CloseableHandle large = client.open("drop/large.pdf", WRITE);
        client.write(large, 0, new byte[1000]);
        assertSays(() -> client.write(large, 1 << 20, new byte[1]), "too-large");
        assertSays(large::close, "too-large");
        SftpClient.CloseableHandle empty = client.open("drop/empty.pdf", WRITE);
        assertSays(empty::close, "empty-file");
        assertThat(drop.desk.calls()).isZero();
        assertThat(drop.desk.turnedAway()).containsExactly("sparse-file", "too-large", "empty-file");
        assertSays(() -> client.stat("drop/large.pdf"), "no such file");
    }

    @Test
    void memoryIsBoundedOverAllSessions() throws Exception {
        drop.close();
        drop = new DropFixture(new DropLimits(
                1 << 20,
                2 << 20,
                Duration.ofMillis(50),
                10,
                10,
                10,
                3,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                DropQuota.DEFAULT));
        client = drop.sftp();
        put("drop/a.part", random(900_000));
        try (SftpClient second = drop.sftpOfOther()) {
            SftpClient.CloseableHandle handle = second.open("drop/b.pdf", WRITE);
            assertSays(() -> second.write(handle, 0, random(200_000), 0, 200_000), "busy");
            assertSays(handle::close, "busy");
            client.remove("drop/a.part");
            try (SftpClient.CloseableHandle again = second.open("drop/b.pdf", WRITE)) {
                second.write(again, 0, random(200_000));
            }
        }
        assertThat(drop.desk.names()).containsExactly("b.pdf");
        assertThat(drop.desk.turnedAway()).isEmpty();
    }

    @Test
    void onePartnerCannotFillTheMemoryOfTheOthers() throws Exception {
        drop.close();
        drop = new DropFixture(new DropLimits(
                1 << 20,
                4 << 20,
                Duration.ofMillis(50),
                10,
                2,
                10,
                3,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                DropQuota.DEFAULT));
        client = drop.sftp();
        put("drop/a.part", random(900_000));
        try (SftpClient second = drop.sftp();
                SftpClient other = drop.sftpOfOther()) {
            SftpClient.CloseableHandle handle = second.open("drop/b.pdf", WRITE);
            assertSays(() -> second.write(handle, 0, random(200_000), 0, 200_000), "too-much-at-once");
            assertSays(handle::close, "Your unfinished files fill your share");
            assertThat(drop.desk.turnedAway()).containsExactly("too-much-at-once");
            assertThatThrownBy(() -> drop.sftp()).isInstanceOf(IOException.class);
            try (SftpClient.CloseableHandle fair = other.open("drop/c.pdf", WRITE)) {
                other.write(fair, 0, random(900_000));
            }
        }
        assertThat(drop.desk.names()).containsExactly("c.pdf");
    }

    @Test
    void filesThatWaitAndPiecesThatLieApartAreCounted() throws Exception {
        drop.close();
        drop = new DropFixture();
        client = drop.sftp();
        for (int i = 0; i < 100; i++) {
            put("drop/" + i + ".part", new byte[1]);
        }
        assertSays(() -> put("drop/more.part", new byte[1]), "too-many-waiting");
        client.rename("drop/1.part", "drop/1.pdf");
        SftpClient.CloseableHandle handle = client.open("drop/apart.pdf", WRITE);
        assertSays(
                () -> {
                    for (int i = 0; i < 5_000; i++) {
                        client.write(handle, 2L * i, new byte[1]);
                    }
                },
                "sparse-file");
    }

    @Test
    void aPortThatIsTakenIsOneSentence(CapturedOutput log) throws Exception {
        DropSettings taken = new DropSettings(
                "127.0.0.1",
                drop.server.port(),
                Path.of("certs-example/gateway/ssh_host_ed25519_key"),
                DropLimits.DEFAULT);
        try (DropServer second = new DropServer(taken, List.of(), drop.desk, drop.desk, Clock.systemUTC())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(CannotListenException.class)
                    .hasNoCause()
                    .hasMessageContaining("127.0.0.1:" + drop.server.port())
                    .hasMessageContaining("sealpost.sftp.port");
        }
        assertThat(log.getAll()).doesNotContain("Nio2Acceptor", "BindException");
    }

    @Test
    void aClientSeesEveryFailureOfAdmission() throws Exception {
        drop.desk.failNext(FakeDesk.Fault.BEFORE);
        assertSays(() -> put("drop/form.pdf", new byte[] {1}), "not-stored");
        drop.desk.failNext(FakeDesk.Fault.AFTER);
        assertSays(() -> put("drop/form.pdf", new byte[] {1}), "not-stored");
        put("drop/form.pdf", new byte[] {1});
        drop.desk.refuseWith(Optional.of(new Refusal("not-wanted", "This cannot be taken.")));
        assertSays(() -> put("drop/other.pdf", new byte[] {2}), "This cannot be taken. (not-wanted)");
        assertThat(drop.desk.contents()).hasSize(1);
    }

    @Test
    void aRenameIsAnAdmissionAndCanBeTriedAgain() throws Exception {
        put("drop/form.pdf.filepart", new byte[] {1});
        assertThat(client.stat("drop/form.pdf.filepart").getSize()).isEqualTo(1);
        drop.desk.failNext(FakeDesk.Fault.BEFORE);
        assertSays(() -> client.rename("drop/form.pdf.filepart", "drop/form.pdf"), "not-stored");
        assertThat(drop.desk.contents()).isEmpty();
        client.rename("drop/form.pdf.filepart", "drop/form.pdf");
        assertThat(drop.desk.names()).containsExactly("form.pdf");
        assertSays(() -> client.stat("drop/form.pdf.filepart"), "no such file");

        put("drop/form.pdf.filepart", new byte[] {2});
        client.remove("drop/form.pdf");
        client.rename("drop/form.pdf.filepart", "drop/form.pdf");
        assertThat(drop.desk.contents()).hasSize(2);
        assertSays(() -> client.remove("drop/form.pdf"), "in-custody");
    }

    @Test
    void twoFilesOfOneNameAreBothAdmittedAndSizeAndTimeStay() throws Exception {
        put("drop/form.pdf", new byte[] {1});
        put("drop/form.pdf", new byte[] {1, 2});
        assertThat(drop.desk.contents()).hasSize(2);
        client.setStat(
                "drop/form.pdf",
                new SftpClient.Attributes()
                        .accessTime(1)
                        .modifyTime(Instant.parse("2026-01-02T03:04:05Z").getEpochSecond()));
        assertThat(client.stat("drop/form.pdf").getSize()).isEqualTo(2);
        assertThat(client.stat("/drop/./x/../form.pdf").getModifyTime().toInstant())
                .isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void nothingCanBeReadBackOrMade() throws Exception {
        put("drop/form.pdf", new byte[] {1});
        assertSays(() -> client.open("drop/form.pdf", OpenMode.Read), "write-only");
        SftpClient.CloseableHandle both =
                client.open("drop/b.pdf", EnumSet.of(OpenMode.Read, OpenMode.Write, OpenMode.Create));
        client.write(both, 0, new byte[] {7});
        assertSays(() -> client.read(both, 0, new byte[1], 0, 1), "write-only");
        assertSays(() -> client.mkdir("drop/x"), "drop-only");
        assertSays(() -> client.symLink("drop/x", "/etc/passwd"), "drop-only");
        assertSays(() -> put("form.pdf", new byte[1]), "drop-only");
        assertSays(() -> put("receipts/x.txt", new byte[1]), "drop-only");
        assertSays(() -> put("drop/../../etc/x", new byte[1]), "drop-only");
        assertSays(() -> put("drop/a\nb", new byte[1]), "bad-name");
        assertSays(() -> client.open("/etc/passwd", OpenMode.Read), "no such file");
        assertSays(() -> client.openDir("/etc"), "no such file");
        assertThat(client.canonicalPath("../../..")).isEqualTo("/");
        assertThat(names("/")).containsExactlyInAnyOrder("drop", "receipts");
    }

    @Test
    void receiptsAreOnesOwnOnly() throws Exception {
        put("drop/a/../fo*rm?.pdf", new byte[] {1});
        String reference = drop.desk.references().get(0).value();
        String name = "fo_rm_.pdf." + reference + ".txt";
        assertThat(names("receipts")).containsExactly(name);
        drop.desk.deliverAll();
        assertThat(names("receipts")).containsExactlyInAnyOrder(name, reference + ".p7s");
        assertThat(new String(client.read("receipts/" + name).readAllBytes(), StandardCharsets.UTF_8))
                .contains(reference, "The force has it", "call 999");
        assertSays(() -> client.remove("receipts/" + name), "read-only");
        assertSays(() -> client.stat("receipts/other." + reference + ".txt"), "no such file");
        try (SftpClient other = drop.sftpOfOther()) {
            assertThat(other.readEntries("receipts")).isEmpty();
            assertSays(() -> other.stat("receipts/" + name), "no such file");
            assertSays(() -> other.open("receipts/" + reference + ".p7s", OpenMode.Read), "no such file");
            assertSays(() -> other.stat("drop/fo*rm?.pdf"), "no such file");
        }
    }

    @Test
    void onlyTheRightKeyEntersAndNobodyForwards() throws Exception {
        assertThatThrownBy(() -> drop.connect(DropFixture.USER, KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> drop.connect(DropFixture.USER, drop.otherKey)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> drop.connect("nobody", DropFixture.key())).isInstanceOf(IOException.class);
        try (ClientSession session = drop.connect(DropFixture.USER, DropFixture.key())) {
            assertThatThrownBy(() -> session.startRemotePortForwarding(
                            new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", 1)))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> session.createDirectTcpipChannel(
                                    new SshdSocketAddress("127.0.0.1", 1), new SshdSocketAddress("127.0.0.1", 1))
                            .open()
                            .verify(5_000))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> session.executeRemoteCommand("id")).isInstanceOf(IOException.class);
            try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                assertThat(sftp.getVersion()).isEqualTo(SftpConstants.SFTP_V3);
            }
        }
    }

    @Test
    void handlesAreCounted() throws Exception {
        for (int i = 0; i < DropLimits.DEFAULT.openHandles(); i++) {
            client.open("drop/" + i + ".pdf", WRITE);
        }
        assertSays(() -> client.open("drop/more.pdf", WRITE), "too-many-open");
    }

    @Test
    void nothingOfAFormReachesTheDisk() throws Exception {
        String marker = "Zebediah-" + new SecureRandom().nextLong();
        put(
                "drop/" + marker + ".pdf",
                marker.repeat(50_000).substring(0, 500_000).getBytes(StandardCharsets.UTF_8));
        put("drop/" + marker + ".part", marker.getBytes(StandardCharsets.UTF_8));
        client.read("receipts/" + names("receipts").get(0)).readAllBytes();
        for (Path root :
                List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("target"), Path.of("certs-example"))) {
            try (Stream<Path> files = Files.walk(root, 3)) {
                assertThat(files.filter(
                                file -> Files.isRegularFile(file) && Files.isReadable(file) && changedJustNow(file)))
                        .noneMatch(file -> holds(file, marker));
            }
        }
    }

    private static boolean changedJustNow(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                            .toInstant()
                            .isAfter(Instant.now().minusSeconds(60))
                    && Files.size(file) < 50_000_000;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean holds(Path file, String marker) {
        try {
            return file.toString().contains(marker)
                    || new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(marker);
        } catch (IOException e) {
            return false;
        }
    }

    private void put(String path, byte[] content) throws IOException {
        SftpClient.CloseableHandle handle = client.open(path, WRITE);
        client.write(handle, 0, content);
        handle.close();
    }

    private String read(String path) throws IOException {
        return new String(client.read(path).readAllBytes(), StandardCharsets.UTF_8);
    }

    private List<String> names(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (SftpClient.DirEntry entry : client.readEntries(folder)) {
            names.add(entry.getFilename());
        }
        return names;
    }

    private static void assertSays(org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String words) {
        assertThatThrownBy(action).isInstanceOf(SftpException.class).hasMessageContaining(words);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
