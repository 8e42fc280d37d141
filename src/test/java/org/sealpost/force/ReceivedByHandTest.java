package org.sealpost.force;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.submission.Bytes;

/** A file from a courier is taken as a message from the queue is. */
class ReceivedByHandTest {
    @TempDir
    private Path folder = Path.of("");

    private final ExampleGateway gateway = new ExampleGateway();
    private final StringWriter said = new StringWriter();
    private Path out = Path.of("");
    private Path envelope = Path.of("");
    private Path proof = Path.of("");

    @BeforeEach
    void name() {
        out = folder.resolve("received");
        envelope = folder.resolve("SP.p7m");
        proof = folder.resolve("SP-proof.txt");
    }

    private void bring(Incoming incoming) throws Exception {
        Files.write(envelope, incoming.envelope().array());
        Files.write(proof, incoming.proof().orElseThrow().getBytes(StandardCharsets.UTF_8));
    }

    private int take() throws Exception {
        PrintWriter writer = new PrintWriter(said);
        return new ReceivedByHand(ExampleGateway.receiver(out), out, new Reporting(writer, writer), writer)
                .take(envelope, proof);
    }

    @Test
    void itIsKeptOnceAndItsReceiptIsThatOfTheQueue() throws Exception {
        Incoming incoming = gateway.send("a form");
        bring(incoming);
        assertThat(take()).isZero();
        assertThat(take()).isZero();
        assertThat(said.toString()).contains("It was kept before.");
        String[] words = said.toString().strip().split("The receipt to give back is ", -1);
        byte[] receipt = Files.readAllBytes(Path.of(words[words.length - 1].strip()));
        Reception again = ExampleGateway.receiver(out).receive(incoming);
        assertThat(again).isInstanceOfSatisfying(Reception.Kept.class, kept -> {
            assertThat(kept.repeated()).isTrue();
            assertThat(kept.receipt()).isEqualTo(Bytes.of(receipt));
        });
    }

    @Test
    void withAnotherProofItIsSetAsideAndWithoutOneNotEvenLookedAt() throws Exception {
        bring(new Incoming(
                gateway.send("a form").envelope(), gateway.send("another form").proof()));
        assertThat(take()).isEqualTo(1);
        assertThat(said.toString()).contains("set aside").doesNotContain("give back");
        Files.delete(proof);
        assertThat(take()).isEqualTo(2);
    }
}
