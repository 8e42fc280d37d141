package org.sealpost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.meaning.Pages;
import org.sealpost.reading.meaning.ReadingSchema;
import org.sealpost.submission.Sha256;

/** An interpreter that goes wrong costs the submission its interpretation and nothing else. */
@Timeout(60)
class GuardedInterpreterTest {
    private static final List<Sha256> SUBSTANCE = List.of(Sha256.of(new byte[] {1}));
    private static final List<Document> DOCUMENTS = List.of(
            new Document(
                    "form.txt",
                    -1,
                    "text/plain",
                    5,
                    "a".repeat(64),
                    Disposition.READ,
                    "",
                    List.of(new Element.Line("Name: Jo Bell", Place.NOWHERE))),
            Document.named("locked.bin", 0, Disposition.OPAQUE, "encrypted: It is locked."));

    static Stream<Interpreter> broken() {
        return Stream.of(
                (cover, documents, substance) -> {
                    throw new IllegalStateException("Jo Bell");
                },
                (cover, documents, substance) -> overflow(cover, 0),
                (cover, documents, substance) -> {
                    throw new NoClassDefFoundError("a/Class");
                });
    }

    private static Reading overflow(Cover cover, int depth) {
        return depth < 0 ? BareReading.of(cover, List.of(), List.of(), "") : overflow(cover, depth + 1);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatFailsOrOverflowsIsDeliveredWithTheBareReading(Interpreter broken) {
        GuardedInterpreter guarded = new GuardedInterpreter(broken, Duration.ofSeconds(30), 1);
        assertBare(guarded.interpret(Pages.cover(), DOCUMENTS, SUBSTANCE), "interpreting-failed: ");
        assertBare(guarded.interpret(Pages.cover(), DOCUMENTS, SUBSTANCE), "interpreting-failed: ");
    }

    @Test
    void whatHangsIsGivenUpAndDoesNotTakeAllTurns() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Interpreter hanging = (cover, documents, substance) -> {
            while (end.getCount() > 0) {
                if (Thread.interrupted()) {
                    interrupted.countDown();
                }
            }
            return BareReading.of(cover, documents, substance, GuardedInterpreter.FAILED);
        };
        GuardedInterpreter guarded = new GuardedInterpreter(hanging, Duration.ofMillis(200), 1);
        try {
            assertBare(guarded.interpret(Pages.cover(), DOCUMENTS, SUBSTANCE), "interpreting-timed-out: ");
            interrupted.await();
            assertBare(guarded.interpret(Pages.cover(), DOCUMENTS, SUBSTANCE), "interpreting-unavailable: ");
        } finally {
            end.countDown();
        }
        GuardedInterpreter again = new GuardedInterpreter(hanging, Duration.ofSeconds(30), 1);
        assertBare(again.interpret(Pages.cover(), DOCUMENTS, SUBSTANCE), "interpreting-failed: ");
    }

    @Test
    void whatHeldATurnGivesItBack() {
        GuardedInterpreter guarded = new GuardedInterpreter(
                (cover, documents, substance) -> BareReading.of(cover, List.of(), substance, "ok: It is."),
                Duration.ofSeconds(30),
                1);
        for (int i = 0; i < 3; i++) {
            assertThat(guarded.interpret(Pages.cover(), DOCUMENTS, SUBSTANCE).documents())
                    .isZero();
        }
    }

    @Test
    void theBareReadingListsThousandsOfPartsWithinTheBound() {
        List<Document> many = IntStream.range(0, 4_000)
                .mapToObj(i -> new Document(
                        "\u0001".repeat(400),
                        i - 1,
                        "x/" + "y".repeat(60),
                        5,
                        "a".repeat(64),
                        Disposition.READ,
                        "",
                        List.of()))
                .toList();
        Reading reading = BareReading.of(Pages.cover(), many, SUBSTANCE, GuardedInterpreter.FAILED);
        assertThat(reading.json().size()).isLessThanOrEqualTo(BareReading.LARGEST);
        JsonNode json = ReadingSchema.valid(reading.json().array());
        assertThat(json.at("/meta/documents")).hasSize(4_000);
        assertThat(json.at("/meta/truncated").asBoolean()).isTrue();
    }

    private static void assertBare(Reading reading, String code) {
        assertThat(reading.documents()).isEqualTo(2);
        assertThat(reading.unread()).isEqualTo(2);
        assertThat(reading.locked()).isTrue();
        assertThat(reading.substance()).isEqualTo(SUBSTANCE);
        assertThat(reading.urgent()).isFalse();
        JsonNode json = ReadingSchema.valid(reading.json().array());
        assertThat(json.at("/meta/documents").findValuesAsText("name")).containsExactly("form.txt", "locked.bin");
        assertThat(json.at("/meta/documents").findValuesAsText("disposition")).containsExactly("opaque", "opaque");
        assertThat(json.at("/meta/documents/0/reason").asText()).startsWith(code);
        assertThat(json.at("/meta/documents/1/reason").asText()).startsWith("encrypted: ");
        assertThat(json.toString()).doesNotContain("Jo Bell");
    }
}
