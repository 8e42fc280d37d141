package org.sealpost.reading.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.PagePicture;
import org.sealpost.reading.document.Place;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/** A worker in an attacker's hands writes what it likes. */
class UntrustedFindingsTest {
    private static final UntrustedFindings.Recognition NO_RECOGNITION = pipe -> {
        throw new IOException("nobody asked for words");
    };
    private static final Sha256 DIGEST = Sha256.of(new byte[] {1});

    @FunctionalInterface
    private interface Script {
        void play(FindingsWriter findings) throws IOException;
    }

    @Test
    void anHonestAnswerIsTaken() throws IOException {
        UntrustedFindings findings = new UntrustedFindings(WorkerLimits.DEFAULT);
        findings.take(in(honest()), NO_RECOGNITION);
        assertThat(findings.parts()).hasSize(2);
    }

    @Test
    void whatStandsAsideComesThroughAsItWas() throws IOException {
        Element aside = new Element.Aside(
                "Name", "Ann Cole", Element.Reason.HIDDEN, Method.XFA, new Place(1, new Place.Box(1, 2, 3, 4)));
        UntrustedFindings findings = new UntrustedFindings(WorkerLimits.DEFAULT);
        findings.take(
                in(bytes(f -> {
                    f.begins("a.pdf", -1, "application/pdf", 1, DIGEST);
                    f.ends(Disposition.READ, "", List.of(aside));
                    f.substance(List.of(DIGEST));
                    f.done();
                })),
                NO_RECOGNITION);
        assertThat(findings.parts().get(0).elements()).containsExactly(aside);
    }

    @Test
    void anAnswerAtOddsWithItselfIsNot() throws IOException {
        refused(f -> f.named("a", -1, Disposition.OPAQUE, "code: A sentence."));
        refused(f -> f.begins("a", 0, "text/plain", 1, DIGEST));
        refused(f -> f.begins("a", -1, "text/plain", -1, DIGEST));
        refused(f -> f.ends(Disposition.READ, "", List.of()));
        refused(f -> {
            f.begins("a", -1, "text/plain", 1, DIGEST);
            f.ends(Disposition.READ, "code: A sentence.", List.of());
        });
        refused(f -> {
            f.begins("a", -1, "text/plain", 1, DIGEST);
            f.ends(Disposition.OPAQUE, "not a reason", List.of());
        });
        refused(f -> {
            f.begins("a", -1, "text/plain", 1, DIGEST);
            f.ends(Disposition.READ, "", List.of());
            f.named("b", 7, Disposition.OPAQUE, "code: A sentence.");
        });
        refused(f -> {
            f.begins("a", -1, "text/plain", 1, DIGEST);
            f.ends(Disposition.READ, "", List.of());
            f.named("b", 0, Disposition.READ, "");
        });
        refused(f -> f.done());
    }

    @Test
    void aPictureOutOfTurnOrOfNothingIsRefused() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
        PagePicture page = new PagePicture(1, 595, 842, Bytes.of(png));
        UntrustedFindings findings = new UntrustedFindings(WorkerLimits.DEFAULT, true);
        findings.take(
                in(bytes(f -> {
                    whole(f);
                    f.page(page);
                    f.done();
                })),
                NO_RECOGNITION);
        assertThat(findings.pages()).containsOnlyKeys(0);

        drawnIsRefused(f -> f.page(page));
        drawnIsRefused(f -> {
            f.begins("a", -1, "image/png", 1, DIGEST);
            f.page(page);
        });
        for (PagePicture wrong : List.of(
                new PagePicture(2, 595, 842, Bytes.of(png)),
                new PagePicture(1, Double.NaN, 842, Bytes.of(png)),
                new PagePicture(1, 595, -1, Bytes.of(png)),
                new PagePicture(1, 595, 1e9, Bytes.of(png)),
                new PagePicture(1, 595, 842, Bytes.of(new byte[20])))) {
            drawnIsRefused(f -> {
                whole(f);
                f.page(wrong);
            });
        }
        refused(f -> {
            whole(f);
            f.page(page);
        });
    }

    private static void whole(FindingsWriter f) {
        f.begins("a", -1, "image/png", 1, DIGEST);
        f.ends(Disposition.READ, "", List.of());
    }

    private static void drawnIsRefused(Script script) throws IOException {
        byte[] bytes = bytes(f -> {
            script.play(f);
            f.done();
        });
        assertThatThrownBy(() -> new UntrustedFindings(WorkerLimits.DEFAULT, true).take(in(bytes), NO_RECOGNITION))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFalseLengthCostsNothing() throws IOException {
        for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 23}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(Wire.BEGINS);
            out.writeInt(length);
            assertThatThrownBy(() ->
                            new UntrustedFindings(WorkerLimits.DEFAULT).take(in(bytes.toByteArray()), NO_RECOGNITION))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whateverIsCutOrChangedEndsAsAnAnswerOrAsAnIoException() throws IOException {
        byte[] honest = honest();
        for (int length = 0; length < honest.length; length++) {
            byte[] cut = Arrays.copyOf(honest, length);
            assertThatThrownBy(() -> new UntrustedFindings(WorkerLimits.DEFAULT).take(in(cut), NO_RECOGNITION))
                    .isInstanceOf(IOException.class);
        }
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = honest.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                new UntrustedFindings(WorkerLimits.DEFAULT).take(in(changed), NO_RECOGNITION);
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    private static byte[] honest() throws IOException {
        return bytes(f -> {
            f.begins("a.zip", -1, "application/zip", 1, DIGEST);
            f.ends(Disposition.READ, "", List.of(new Element.Line("a line", new Place(1, new Place.Box(1, 2, 3, 4)))));
            f.substance(List.of(DIGEST));
            f.named("locked.txt", 0, Disposition.OPAQUE, "encrypted: It is locked with a password.");
            f.done();
        });
    }

    private static void refused(Script script) throws IOException {
        byte[] bytes = bytes(f -> {
            script.play(f);
            f.done();
        });
        assertThatThrownBy(() -> new UntrustedFindings(WorkerLimits.DEFAULT).take(in(bytes), NO_RECOGNITION))
                .isInstanceOf(IOException.class);
    }

    private static byte[] bytes(Script script) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        script.play(new FindingsWriter(new DataOutputStream(bytes), true));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
