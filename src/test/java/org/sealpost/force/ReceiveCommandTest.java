package org.sealpost.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.force.ExampleGateway.original;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.envelope.SealedEnvelope;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Reference;
import picocli.CommandLine;

class ReceiveCommandTest {
    @TempDir
    private static Path journal = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private final ExampleGateway gateway = new ExampleGateway();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ExampleBroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new ExampleBroker(Files.createDirectory(journal.resolve(Long.toString(System.nanoTime()))));
    }

    @AfterEach
    void stopBroker() throws Exception {
        broker.close();
    }

    private int run(Object command, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int receive(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"--out", folder.toString(), "--broker", broker.url()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return run(new ReceiveCommand(), arguments);
    }

    @Test
    void takesWhatIsThereUrgentOnesFirstAndAnswersEachOnce() throws Exception {
        broker.send(gateway.send("calm"), "a", 4);
        Reference urgent = gateway.reference();
        broker.send(gateway.send(urgent, original("a.txt", "a"), original("b.txt", "b".repeat(300_000))), "b", 7);
        assertThat(receive("--wait", "1")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches(urgent + "  \\S+  2 originals  urgent");
        assertThat(lines.get(2)).isEqualTo("2 submissions received");
        List<Message> receipts = broker.receipts();
        assertThat(receipts).hasSize(2);
        for (Message receipt : receipts) {
            assertThat(receipt.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
            assertThat(Files.exists(folder.resolve(".kept").resolve(receipt.getJMSCorrelationID())))
                    .isTrue();
            assertThat(Collections.list(receipt.getPropertyNames()))
                    .allMatch(name -> ((String) name).startsWith("JMSX"));
        }
        assertThat(ExampleBroker.body(receipts.get(0)))
                .isEqualTo(Files.readAllBytes(folder.resolve(urgent.value()).resolve("receipt.p7s")));

        assertThat(receive("--wait", "0.5")).isZero();
        assertThat(out).hasToString("0 submissions received\n");
        assertThat(broker.receipts()).isEmpty();
    }

    @Test
    void aRepeatGetsTheSameReceiptAndCountsForNothing() throws Exception {
        Incoming message = gateway.send("twice");
        broker.send(message, "a", 4);
        broker.send(message, "a", 4);
        broker.send(gateway.send("other"), "b", 4);
        assertThat(receive("--max", "2")).isZero();
        assertThat(out.toString()).endsWith("2 submissions received, 1 came again that was kept before\n");
        List<Message> receipts = broker.receipts();
        assertThat(receipts).hasSize(3);
        assertThat(ExampleBroker.body(receipts.get(0))).isEqualTo(ExampleBroker.body(receipts.get(1)));
    }

    @Test
    void whatCannotBeTakenDoesNotBlockTheQueue() throws Exception {
        broker.sendForeign(session -> session.createTextMessage("hello"));
        broker.send(new Incoming(Bytes.of(new byte[100]), java.util.Optional.of("x")), "a", 4);
        SealedEnvelope unproved = gateway.seal(gateway.reference(), original("a.txt", "a"));
        broker.send(new Incoming(unproved.der(), java.util.Optional.empty()), "b", 4);
        broker.send(gateway.send("good"), "c", 4);
        assertThat(receive("--max", "1")).isZero();
        assertThat(out.toString()).endsWith("1 submission received, 3 set aside in .refused\n");
        assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("A message was set aside"));
        assertThat(broker.receipts()).hasSize(1);
        assertThat(folder.resolve(".refused").resolve(unproved.digest() + ".p7m"))
                .isNotEmptyFile();
    }

    @Test
    void whatCannotEvenBeReadIsSetAsideWithItsNameAndTheNextOnePasses() throws Exception {
        broker.sendForeign(session -> {
            MapMessage map = session.createMapMessage();
            map.setString("sealpost_proof", "x");
            return map;
        });
        broker.sendForeign(session -> session.createObjectMessage("x"));
        broker.sendForeign(Session::createStreamMessage);
        broker.sendForeign(Session::createMessage);
        broker.sendForeign(Session::createBytesMessage);
        broker.sendForeign(session -> {
            BytesMessage huge = session.createBytesMessage();
            long tooMuch = Runtime.getRuntime().maxMemory() / 8 + 1;
            huge.setObjectProperty("JMS_AMQ_InputStream", zeros(tooMuch));
            return huge;
        });
        broker.sendRaw(
                org.apache.activemq.artemis.api.core.Message.BYTES_TYPE,
                new byte[10],
                message -> message.putBytesProperty("sealpost_proof", new byte[] {1}));
        broker.sendRaw(
                org.apache.activemq.artemis.api.core.Message.BYTES_TYPE,
                new byte[300_000],
                message -> message.putBooleanProperty("_AMQ_LARGE_COMPRESSED", true));
        broker.send(gateway.send("good"), "c", 4);
        assertThat(receive("--max", "1", "--wait", "30")).isZero();
        assertThat(out.toString()).contains("1 submission received, 8 set aside");
        assertThat(broker.receipts()).hasSize(1);
        try (Stream<Path> files = Files.list(folder.resolve(".refused"))) {
            List<Path> evidence =
                    files.filter(file -> file.toString().endsWith(".txt")).toList();
            assertThat(evidence).hasSize(8);
            assertThat(evidence.stream().map(ReceiveCommandTest::text).filter(text -> text.startsWith("unreadable\n")))
                    .hasSize(7)
                    .allMatch(text -> text.contains(" of 2"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int most) {
                if (left <= 0) {
                    return -1;
                }
                int given = (int) Math.min(left, most);
                left -= given;
                return given;
            }
        };
    }

    @Test
    void whatCannotBeKeptStaysWithTheBroker() throws Exception {
        broker.send(gateway.send("later"), "a", 4);
        ExampleGateway.receiver(folder);
        // A folder where a file must be written: as good as a disk without room.
        Files.createDirectory(folder.resolve(".ledger"));
        assertThat(receive("--wait", "2")).isEqualTo(1);
        assertThat(err.toString()).contains("stays with the broker");
        assertThat(broker.receipts()).isEmpty();
        Files.delete(folder.resolve(".ledger"));
        assertThat(receive("--max", "1")).isZero();
        assertThat(broker.receipts()).hasSize(1);
    }

    @Test
    void wrongUseIsTwoAndNoBrokerIsOne() throws Exception {
        assertThat(receive("--max", "0")).isEqualTo(2);
        assertThat(receive("--force", "No Such Name")).isEqualTo(2);
        assertThat(receive("--max", "some")).isEqualTo(2);
        assertThat(receive("--wait", "abc")).isEqualTo(2);
        assertThat(err.toString()).contains("'abc' is not a number of seconds");
        assertThat(receive("--key", "nowhere.pem")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        Path noKey = Files.write(folder.resolve("no-key.pem"), new byte[] {-1, -2, -3});
        for (String option : List.of("--key", "--certificate", "--receipt-key", "--ledger-key", "--gateway")) {
            assertThat(receive(option, noKey.toString())).isEqualTo(2);
            assertThat(err.toString()).contains("no-key.pem does not hold");
        }
        assertThat(receive("--force", "nobody")).isEqualTo(2);
        assertThat(err.toString()).contains("no example keys of a force nobody").hasLineCount(1);
        assertThat(run(
                        new OpenCommand(),
                        noKey.toString(),
                        "--out",
                        noKey.resolve("out").toString()))
                .isEqualTo(1);
        broker.close();
        assertThat(receive("--wait", "1")).isEqualTo(1);
        assertThat(err.toString()).contains("does not answer");
        assertThat(out).as("a count of what could not be asked for").hasToString("");
    }

    @Test
    void anEnvelopeIsOpenedOfflineAndTheReceiptIsMadeUpForLater() throws Exception {
        Reference reference = gateway.reference();
        Incoming message = gateway.send(reference, original("a.txt", "a"));
        Path file = folder.resolve("envelope.p7m");
        Files.write(file, message.envelope().array());
        Path out = folder.resolve("out");
        Path opened = out.resolve(reference.value());
        for (int i = 0; i < 2; i++) {
            assertThat(run(new OpenCommand(), file.toString(), "--out", out.toString()))
                    .isZero();
            assertThat(this.out.toString()).startsWith(reference + "  ");
        }
        assertThat(opened.resolve("originals/a.txt")).hasContent("a");
        assertThat(opened.resolve("receipt.p7s")).doesNotExist();
        ExampleGateway.receiver(out).receive(message);
        assertThat(opened.resolve("receipt.p7s")).isNotEmptyFile();
        assertThat(opened.resolveSibling(reference + "-2")).doesNotExist();

        Files.write(file, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
        assertThat(run(new OpenCommand(), file.toString(), "--out", out.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("The envelope is refused (");
        assertThat(run(new OpenCommand(), "nowhere.p7m", "--out", folder.toString()))
                .isEqualTo(2);
    }
}
