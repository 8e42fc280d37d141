package org.sealpost.channel.clamav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.delivery.malware.Scan;
import org.sealpost.submission.Bytes;

/** With a real clamd. */
@EnabledIf("org.sealpost.channel.clamav.ClamdServer#isInstalled")
class ClamdScanTest {
    private static final Bytes HARMLESS = bytes("A form about nobody.");
    private static final Bytes INFECTED = bytes("A form with " + ClamdServer.MALWARE + " in it.");

    @TempDir
    Path folder;

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ClamdScan scan(String address) {
        return new ClamdScan(ClamdAddress.parse(address), Duration.ofSeconds(20), Clock.systemUTC());
    }

    private static void isUnscanned(Scan.Verdict verdict, String code) {
        assertThat(verdict).isInstanceOfSatisfying(Scan.Unscanned.class, unscanned -> assertThat(unscanned.reason())
                .startsWith(code + ": "));
    }

    @Test
    void whatItFindsHasItsNameAndWhatIsOverALimitIsNeverClean() throws Exception {
        try (ClamdServer clamd = ClamdServer.start(folder.resolve("c"), "AlertExceedsMax yes\nMaxFileSize 1M\n");
                ClamdScan scan = scan(clamd.address())) {
            assertThat(scan.of(HARMLESS)).isEqualTo(new Scan.Clean());
            assertThat(scan.of(INFECTED)).isEqualTo(new Scan.Found(ClamdServer.SIGNATURE));
            assertThat(scan.of(zipped(INFECTED))).isEqualTo(new Scan.Found(ClamdServer.SIGNATURE));
            assertThat(scan.now()).isEmpty();
            // Between MaxFileSize and StreamMaxLength, and beyond both.
            isUnscanned(scan.of(Bytes.of(new byte[3 << 19])), "scanner-limit");
            isUnscanned(scan.of(Bytes.of(new byte[5 << 20])), "scanner-limit");
            try (Stream<Path> left = Files.list(folder.resolve("c"))) {
                assertThat(left.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("s", "signatures", "clamd.conf", "clamd.log");
            }
        }
    }

    @Test
    void oneThatDoesNotTellItsLimitsIsNotBelieved() throws Exception {
        try (ClamdServer clamd = ClamdServer.start(folder.resolve("c"), "");
                ClamdScan scan = scan(clamd.address())) {
            isUnscanned(scan.of(HARMLESS), "scanner-silent");
            assertThat(scan.of(INFECTED)).isEqualTo(new Scan.Found(ClamdServer.SIGNATURE));
            assertThat(scan.now()).singleElement().asString().contains("AlertExceedsMax yes");
        }
    }

    @Test
    void oneThatIsAwayIsMissedAndFoundAgain() throws Exception {
        try (ClamdServer clamd = ClamdServer.start(folder.resolve("c"), "AlertExceedsMax yes\n");
                ClamdScan scan = scan(clamd.address())) {
            assertThat(scan.of(HARMLESS)).isEqualTo(new Scan.Clean());
            clamd.stop();
            isUnscanned(scan.of(HARMLESS), "scanner-away");
            assertThat(scan.now()).singleElement().asString().contains("does not answer");
            clamd.start();
            Thread.sleep(ClamdScan.REST.toMillis());
            assertThat(scan.of(HARMLESS)).isEqualTo(new Scan.Clean());
            assertThat(scan.now()).isEmpty();
        }
    }

    @Test
    void oneThatSaysNothingIsAwayAfterItsTime() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                ClamdScan scan = new ClamdScan(
                        ClamdAddress.parse("127.0.0.1:" + mute.getLocalPort()),
                        Duration.ofMillis(300),
                        Clock.systemUTC())) {
            isUnscanned(scan.of(HARMLESS), "scanner-away");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1:3310", "127.0.0.1", "127.0.0.1:clamd", ""})
    void formsGoToThisMachineAlone(String address) {
        assertThatThrownBy(() -> ClamdAddress.parse(address)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Bytes zipped(Bytes content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("form.txt"));
            zip.write(content.array());
        }
        return Bytes.of(bytes.toByteArray());
    }
}
