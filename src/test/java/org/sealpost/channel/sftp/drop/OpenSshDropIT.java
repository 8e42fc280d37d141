package org.sealpost.channel.sftp.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.channel.sftp.FakeDesk;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Refusal;

/** What people with the commands they have see: OpenSSH's sftp and scp, and others where the machine has them. */
class OpenSshDropIT {
    @TempDir
    Path folder;

    private DropFixture drop;
    private Path key;

    @BeforeEach
    void start() throws Exception {
        needs("sftp");
        drop = new DropFixture();
        key = folder.resolve("key");
        Files.copy(DropFixture.KEY, key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterEach
    void stop() throws IOException {
        if (drop != null) {
            drop.close();
        }
    }

    @Test
    void aPutThatSucceedsIsInCustodyByteForByte() throws Exception {
        byte[] form = random(3_000_001);
        Ran ran = sftp("put " + file("a form.pdf", form) + " drop/\nls -l drop\nls receipts\n");
        assertThat(ran.code).as(ran.text).isZero();
        assertThat(drop.desk.contents()).containsExactly(Bytes.of(form));
        assertThat(drop.desk.names()).containsExactly("a form.pdf");
        assertThat(ran.text)
                .contains("3000001")
                .contains("a form.pdf." + drop.desk.references().get(0) + ".txt");
    }

    @Test
    void timesAndPermissionsMayBeSetAndManyFilesPut() throws Exception {
        file("a.pdf", random(10));
        file("b.pdf", random(100_000));
        Ran ran = sftp("lcd " + folder + "\ncd drop\nput -p a.pdf\nput -f b.pdf\nput a.pdf\npwd\n");
        assertThat(ran.code).as(ran.text).isZero();
        assertThat(drop.desk.calls()).isEqualTo(3);
        assertThat(drop.desk.contents()).hasSize(2);
        assertThat(ran.text).contains("/drop");
    }

    @Test
    void aRefusalReachesThePersonAndTheExitCode() throws Exception {
        drop.desk.refuseWith(Optional.of(new Refusal("not-wanted", "This cannot be taken.")));
        Ran ran = sftp("put " + file("form.pdf", random(10)) + " drop/\n");
        assertThat(ran.code).as(ran.text).isNotZero();
        drop.desk.refuseWith(Optional.empty());
        drop.desk.failNext(FakeDesk.Fault.BEFORE);
        assertThat(sftp("put " + folder.resolve("form.pdf") + " drop/\n").code).isNotZero();
        drop.desk.failNext(FakeDesk.Fault.AFTER);
        assertThat(sftp("put " + folder.resolve("form.pdf") + " drop/\n").code).isNotZero();
        assertThat(sftp("put " + folder.resolve("form.pdf") + " drop/\n").code).isZero();
        assertThat(drop.desk.contents()).hasSize(1);
    }

    @Test
    void aTemporaryNameIsAdmittedWhenItIsRenamed() throws Exception {
        Path form = file("form.pdf", random(70_000));
        Ran ran = sftp("put " + form + " drop/form.pdf.filepart\nrename drop/form.pdf.filepart drop/form.pdf\n");
        assertThat(ran.code).as(ran.text).isZero();
        assertThat(drop.desk.names()).containsExactly("form.pdf");
        assertThat(sftp("put " + form + " drop/other.pdf.part\n").code).isZero();
        assertThat(drop.desk.calls()).isEqualTo(1);
    }

    @Test
    void nothingElseWorks() throws Exception {
        Path form = file("form.pdf", random(10));
        for (String command : List.of(
                "get drop/form.pdf " + folder.resolve("back"),
                "mkdir drop/folder",
                "put " + form + " form.pdf",
                "put " + form + " receipts/form.pdf",
                "put " + form + " ../../etc/form.pdf",
                "symlink drop/form.pdf drop/link",
                "rm drop/form.pdf",
                "rmdir drop",
                "ls /etc")) {
            Ran ran = sftp("put " + form + " drop/\n" + command + "\n");
            assertThat(ran.code).as(command + ": " + ran.text).isNotZero();
        }
        assertThat(folder.resolve("back")).doesNotExist();
    }

    @Test
    void theReceiptIsAPlainText() throws Exception {
        sftp("put " + file("form.pdf", random(10)) + " drop/\n");
        drop.desk.deliverAll();
        Path to = Files.createDirectory(folder.resolve("got"));
        Ran ran = sftp("get receipts/* " + to + "\n");
        assertThat(ran.code).as(ran.text).isZero();
        String reference = drop.desk.references().get(0).value();
        assertThat(to.resolve("form.pdf." + reference + ".txt"))
                .content(StandardCharsets.UTF_8)
                .contains(reference, "form.pdf", "The force has it", "call 999", "not a referral");
        assertThat(to.resolve(reference + ".p7s")).hasBinaryContent(new byte[] {0x30, 3, 2, 1, 5});
    }

    @Test
    void scpSpeaksSftpAndAShellIsRefused() throws Exception {
        Path form = file("form.pdf", random(200_000));
        Ran scp = run(command("scp", "-s", "-P", form.toString(), DropFixture.USER + "@127.0.0.1:drop/"), "");
        assertThat(scp.code).as(scp.text).isZero();
        assertThat(drop.desk.contents()).hasSize(1);
        assertThat(run(command("scp", "-O", "-P", form.toString(), DropFixture.USER + "@127.0.0.1:drop/"), "").code)
                .isNotZero();
        assertThat(run(command("ssh", null, "-p", DropFixture.USER + "@127.0.0.1", "id"), "").code)
                .isNotZero();
        assertThat(drop.desk.calls()).isEqualTo(1);
    }

    @Test
    void twentyAtOnce() throws Exception {
        List<Process> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Path batch = Files.writeString(
                    folder.resolve("batch" + i), "put " + file("same" + i, random(300_000)) + " drop/form.pdf\n");
            clients.add(
                    new ProcessBuilder(command("sftp", "-b", batch.toString(), "-P", DropFixture.USER + "@127.0.0.1"))
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("out" + i).toFile())
                            .start());
        }
        for (Process client : clients) {
            assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(client.exitValue()).isZero();
        }
        assertThat(drop.desk.contents()).hasSize(20);
    }

    @Test
    void otherToolsReportSuccess() throws Exception {
        needs("lftp");
        Path form = file("form.pdf", random(100_000));
        String ssh = "ssh -a -x -i " + key + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null";
        Ran ran = run(
                List.of(
                        "lftp",
                        "-c",
                        "set sftp:connect-program '" + ssh + "'; set net:max-retries 1; open -u " + DropFixture.USER
                                + ",x -p " + drop.server.port() + " sftp://127.0.0.1; put -O drop " + form
                                + "; set xfer:use-temp-file yes; put -O drop " + form + " -o again.pdf"),
                "");
        assertThat(ran.code).as(ran.text).isZero();
        assertThat(drop.desk.names()).containsExactly("form.pdf");
        assertThat(drop.desk.calls()).isEqualTo(2);
    }

    private Ran sftp(String batch) throws Exception {
        return run(command("sftp", "-b", "-", "-P", DropFixture.USER + "@127.0.0.1"), batch);
    }

    /** A null among the words is left out; the port follows -P or -p. */
    private List<String> command(String program, @Nullable String... words) {
        List<String> command = new ArrayList<>(List.of(
                program,
                "-i",
                key.toString(),
                "-F",
                "/dev/null",
                "-o",
                "BatchMode=yes",
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null"));
        for (String word : words) {
            if (word != null) {
                command.add(word);
            }
            if ("-P".equals(word) || "-p".equals(word)) {
                command.add(Integer.toString(drop.server.port()));
            }
        }
        return command;
    }

    private Ran run(List<String> command, String input) throws Exception {
        Path out = folder.resolve("out");
        Path in = Files.writeString(folder.resolve("in"), input);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out, StandardCharsets.ISO_8859_1));
    }

    private Path file(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return name.contains(" ") ? Path.of(file.toString().replace(" ", "\\ ")) : file;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static void needs(String program) {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", program)), "skipped: this machine has no " + program);
    }

    private record Ran(int code, String text) {}
}
