package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A force that never answers: two people have it handed over as files, and the receipt comes back as one. */
class UndeliveredIT {
    private static final Path FORM = Path.of("docs/examples/form.pdf");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PROPOSAL = Pattern.compile("name=\"proposal\" value=\"(\\d+)\"");

    @TempDir
    Path folder;

    private GatewayProcess gateway;

    @BeforeEach
    void start() {
        gateway = new GatewayProcess(
                        folder,
                        Map.of("SEALPOST_DELIVERY_OVERDUEAFTER", "1s", "SEALPOST_DELIVERY_URGENTOVERDUEAFTER", "1s"))
                .start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private static String basic(String name) {
        return "Basic "
                + Base64.getEncoder().encodeToString((name + ":example-only").getBytes(StandardCharsets.US_ASCII));
    }

    private JsonNode asked(String who, String path) throws Exception {
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(gateway.web(path))
                                        .header("Authorization", basic(who))
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
    }

    private int posted(String who, String path, String type, Path file, StringBuilder answer) throws Exception {
        HttpResponse<String> posted = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(gateway.web(path))
                                .header("Authorization", basic(who))
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofFile(file))
                                .build(),
                        BodyHandlers.ofString());
        answer.append(posted.body());
        return posted.statusCode();
    }

    /** An operator in front of a browser. */
    private final class Operator {
        private final HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        Operator(String name) throws Exception {
            assertThat(post("/sign-in", "/sign-in", "username=" + name.replace("@", "%40") + "&password=example-only"))
                    .isEqualTo(303);
        }

        String page(String path) throws Exception {
            return new String(file(path), StandardCharsets.UTF_8);
        }

        byte[] file(String path) throws Exception {
            HttpResponse<byte[]> answer = browser.send(
                    HttpRequest.newBuilder(gateway.web(path))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }

        byte[] taken(String formOn, String path) throws Exception {
            return posted(formOn, path, "take=it").body();
        }

        int post(String formOn, String path, String fields) throws Exception {
            return posted(formOn, path, fields).statusCode();
        }

        private HttpResponse<byte[]> posted(String formOn, String path, String fields) throws Exception {
            String csrf = found(CSRF, page(formOn));
            return browser.send(
                    HttpRequest.newBuilder(gateway.web(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(fields + "&_csrf=" + csrf))
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    @Test
    void whatTheForceDoesNotFetchGoesToItAsAFileAndItsReceiptComesBackAsOne() throws Exception {
        StringBuilder sent = new StringBuilder();
        assertThat(posted("worker@example-agency.example", "/api/submissions", "application/pdf", FORM, sent))
                .isEqualTo(201);
        String reference =
                new ObjectMapper().readTree(sent.toString()).path("reference").asText();
        await().atMost(Duration.ofSeconds(30)).until(() -> asked("one@gateway.example", "/api/operator/undelivered")
                .at("/submissions/0/overdue")
                .asBoolean());
        Commands.Ended shell = Commands.sealpost(gateway.environment(), folder, "undelivered");
        assertThat(shell.status()).as(shell.err()).isEqualTo(1);
        assertThat(shell.out()).contains(reference, "OVERDUE", "1 without a receipt, 1 of them overdue");

        String list = "/operator/undelivered";
        String one = list + "/" + reference;
        Operator first = new Operator("one@gateway.example");
        assertThat(first.post(list, one + "/proposals", "measure=hand-over")).isEqualTo(303);
        Operator second = new Operator("two@gateway.example");
        String number = found(PROPOSAL, second.page(list));
        assertThat(first.post(list, one + "/confirmations", "proposal=" + number))
                .isEqualTo(303);
        assertThat(first.page(list)).doesNotContain("Take the sealed file");
        assertThat(second.post(list, one + "/confirmations", "proposal=" + number))
                .isEqualTo(303);

        Path envelope = Files.write(folder.resolve(reference + ".p7m"), second.taken(list, one + "/envelope"));
        Path proof = Files.write(folder.resolve(reference + "-proof.txt"), second.file(one + "/proof"));
        Path note = Files.write(folder.resolve(reference + "-note.eml"), second.file(one + "/note"));
        assertThat(Files.readString(note)).contains(reference, "one@gateway.example", "two@gateway.example");
        Commands.run(
                        Map.of(),
                        folder,
                        "openssl",
                        "cms",
                        "-verify",
                        "-in",
                        note.toString(),
                        "-CAfile",
                        "certs-example/ca.pem")
                .succeeded();

        Path received = folder.resolve("received");
        Commands.Ended taken = Commands.sealpost(
                        gateway.environment(),
                        folder,
                        "receive",
                        "--out",
                        received.toString(),
                        "--file",
                        envelope.toString(),
                        "--proof",
                        proof.toString())
                .succeeded();
        assertThat(received.resolve(reference).resolve("submission.json")).exists();
        Path receipt = Path.of(taken.out().strip().replaceFirst("(?s).*The receipt to give back is ", ""));

        assertThat(posted(
                        "two@gateway.example",
                        "/api/operator/receipts",
                        "application/pkcs7-signature",
                        receipt,
                        new StringBuilder()))
                .isEqualTo(204);
        assertThat(asked("worker@example-agency.example", "/api/submissions/" + reference)
                        .path("standing")
                        .asText())
                .isEqualTo("held");
        assertThat(Commands.sealpost(gateway.environment(), folder, "undelivered")
                        .succeeded()
                        .out())
                .contains("0 without a receipt");
        String export = folder.resolve("ledger.txt").toString();
        Commands.sealpost(gateway.environment(), folder, "ledger", "export", export)
                .succeeded();
        Commands.sealpost(gateway.environment(), folder, "ledger", "verify", export)
                .succeeded();
        assertThat(Files.readString(Path.of(export)))
                .contains("measure-proposed", "measure-confirmed", "taken-to-hand-over", "receipt-brought");
    }
}
