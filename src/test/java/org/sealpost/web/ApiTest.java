package org.sealpost.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Standing;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Refusal;

class ApiTest extends InTheWebHouse {
    private static final byte[] FORM = "%PDF-1.7 an invented form".getBytes(StandardCharsets.UTF_8);
    private static final String WORKER = Client.basic(WebHouse.WORKER, WebHouse.PASSWORD);

    private final ObjectMapper json = new ObjectMapper();

    private HttpResponse<String> post(Client.Form form) throws Exception {
        return client.send(client.upload("/api/submissions", form).header("Authorization", WORKER));
    }

    private HttpResponse<String> get(String path, String who) throws Exception {
        return client.send(client.to(path).header("Authorization", who));
    }

    private void isProblem(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode body = json.readTree(answer.body());
        assertThat(body.get("code").asText()).isEqualTo(code);
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.get("detail").asText()).isNotBlank();
        assertThat(body.get("type").asText()).isEqualTo("urn:sealpost:problem:" + code);
    }

    @Test
    void takesFilesWhateverTheirFieldsAreCalled() throws Exception {
        HttpResponse<String> answer = post(new Client.Form()
                .field("empty", " ")
                .file("file", "Über form.pdf", FORM)
                .file("other", "forms/second.pdf", FORM));

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode body = json.readTree(answer.body());
        String reference = body.get("reference").asText();
        assertThat(reference).matches("SP-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(body.get("id").asText()).hasSize(36);
        assertThat(body.get("again").asBoolean()).isFalse();
        assertThat(Instant.parse(body.get("receivedAt").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(body.get("status").asText()).isEqualTo("http://127.0.0.1:" + port + "/api/submissions/" + reference);
        assertThat(answer.headers().firstValue("Location"))
                .contains(body.get("status").asText());
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();

        Arrival arrival = useCases.arrivals.get(0);
        assertThat(arrival.channel()).isEqualTo(Channel.WEB);
        assertThat(arrival.partner().value()).isEqualTo("example-agency");
        assertThat(arrival.by()).isEqualTo(WebHouse.WORKER);
        assertThat(arrival.originals()).extracting(o -> o.name()).containsExactly("Über form.pdf", "second.pdf");
        assertThat(arrival.originals()).allSatisfy(o -> {
            assertThat(o.content().array()).isEqualTo(FORM);
            assertThat(o.declaredType()).contains("application/pdf");
        });
    }

    @Test
    void saysThatAFileIsLockedAndWhatToDo() throws Exception {
        assertThat(post(new Client.Form().file("file", "a.pdf", FORM)).body()).doesNotContain("attention");
        useCases.mood = FakeAdmit.Mood.LOCKED;
        HttpResponse<String> answer = post(new Client.Form().file("file", "b.pdf", "locked".getBytes(UTF_8)));
        JsonNode body = json.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(body.at("/attention/code").asText()).isEqualTo("encrypted");
        assertThat(body.at("/attention/sentence").asText()).contains("without the password");
        HttpResponse<String> standing = client.send(
                client.to("/api/submissions/" + body.get("reference").asText())
                        .header("Authorization", Client.basic(WebHouse.WORKER, WebHouse.PASSWORD)));
        assertThat(json.readTree(standing.body()).at("/attention/code").asText())
                .isEqualTo("encrypted");
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        String page = "/submissions/" + body.get("reference").asText();
        assertThat(client.page(page).body()).contains("without the password");
        assertThat(client.page(page + "/confirmation").body()).contains("without the password");
    }

    @Test
    void takesTheSameFilesOnce() throws Exception {
        JsonNode first = json.readTree(
                post(new Client.Form().file("file", "a.pdf", FORM)).body());
        JsonNode second = json.readTree(
                post(new Client.Form().file("file", "a.pdf", FORM)).body());

        assertThat(second.get("reference")).isEqualTo(first.get("reference"));
        assertThat(second.get("again").asBoolean()).isTrue();
    }

    @Test
    void takesOneFileAsTheBody() throws Exception {
        HttpResponse<String> answer = client.send(client.to("/api/submissions")
                .header("Authorization", WORKER)
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", "attachment; filename*=UTF-8''%C3%9Cber.pdf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(FORM)));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(useCases.arrivals.get(0).originals().get(0).name()).isEqualTo("Über.pdf");
        assertThat(useCases.arrivals.get(0).originals().get(0).content().array())
                .isEqualTo(FORM);
    }

    @Test
    void saysWhereItStandsUntilTheReceiptIsIn() throws Exception {
        JsonNode sent = json.readTree(
                post(new Client.Form().file("file", "a.pdf", FORM)).body());
        String status = sent.get("status").asText();

        assertThat(json.readTree(get(status, WORKER).body()).get("standing").asText())
                .isEqualTo("in-custody");
        isProblem(get(status + "/receipt", WORKER), 404, "no-receipt-yet");
        HttpResponse<String> proof = get(status + "/proof", WORKER);
        assertThat(proof.headers().firstValue("Content-Disposition").orElse("")).endsWith("-proof.txt\"");
        assertThat(proof.body()).startsWith("c2sp.org/tlog-proof@v1");

        useCases.stand(new Standing.Sent(Instant.now(), 1));
        assertThat(json.readTree(get(status, WORKER).body()).get("standing").asText())
                .isEqualTo("sent");
        useCases.stand(new Standing.Overdue(Instant.now(), 4));
        assertThat(json.readTree(get(status, WORKER).body()).get("standing").asText())
                .isEqualTo("overdue");
        useCases.stand(new Standing.RefusedByForce(Instant.now(), new Refusal("unsafe", "It holds a virus.")));
        JsonNode refused = json.readTree(get(status, WORKER).body());
        assertThat(refused.get("standing").asText()).isEqualTo("refused");
        assertThat(refused.get("last").asBoolean()).isTrue();
        assertThat(refused.get("refusal").get("code").asText()).isEqualTo("unsafe");

        useCases.delivered();
        JsonNode held = json.readTree(get(status, WORKER).body());
        assertThat(held.get("standing").asText()).isEqualTo("held");
        assertThat(held.get("last").asBoolean()).isTrue();
        assertThat(Instant.parse(held.get("since").asText())).isBeforeOrEqualTo(Instant.now());
        HttpResponse<String> receipt = get(held.get("receipt").asText(), WORKER);
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.headers().firstValue("Content-Type").orElse("")).startsWith("application/pkcs7-mime");
        assertThat(receipt.body()).hasSize(5);
    }

    @Test
    void aPartnerSeesItsOwnCertificates() throws Exception {
        JsonNode listed = json.readTree(get("/api/certificates", WORKER).body());
        assertThat(listed).hasSize(1);
        String certificate = listed.get(0).get("certificate").asText();
        assertThat(certificate).isEqualTo("/api/certificates/example-constabulary/12");
        HttpResponse<String> note = get(certificate, WORKER);
        assertThat(note.headers().firstValue("Content-Type")).contains("message/rfc822");
        assertThat(note.body()).hasSize(3);

        String other = Client.basic(WebHouse.OTHER, WebHouse.PASSWORD);
        assertThat(json.readTree(get("/api/certificates", other).body())).isEmpty();
        isProblem(get(certificate, other), 404, "not-found");
        isProblem(get("/api/certificates/no%20force/12", WORKER), 404, "not-found");
        isProblem(get("/api/certificates/example-constabulary/x", WORKER), 400, "not-understood");
    }

    @Test
    void anotherPartnersSubmissionIsAsUnknownAsOneThatNeverWas() throws Exception {
        String status = json.readTree(
                        post(new Client.Form().file("file", "a.pdf", FORM)).body())
                .get("status")
                .asText();
        String other = Client.basic(WebHouse.OTHER, WebHouse.PASSWORD);

        HttpResponse<String> foreign = get(status, other);
        isProblem(foreign, 404, "not-found");
        assertThat(foreign.body())
                .isEqualTo(get("/api/submissions/SP-0000-0000", other).body());
        isProblem(get(status + "/receipt", other), 404, "not-found");
        isProblem(get(status + "/proof", other), 404, "not-found");
        isProblem(get("/api/submissions/nonsense", WORKER), 404, "not-found");
    }

    @Test
    void whoIsNotSignedInGetsNowhere() throws Exception {
        HttpResponse<String> nobody =
                client.send(client.upload("/api/submissions", new Client.Form().file("file", "a.pdf", FORM)));
        isProblem(nobody, 401, "sign-in-needed");
        assertThat(nobody.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        isProblem(get("/api/submissions/SP-0000-0000", Client.basic(WebHouse.WORKER, "wrong")), 401, "sign-in-needed");
        isProblem(
                get("/api/submissions/SP-0000-0000", Client.basic(WebHouse.WORKER, "x".repeat(200))),
                401,
                "sign-in-needed");
        isProblem(get("/api/elsewhere", "Basic none"), 401, "sign-in-needed");
        assertThat(useCases.arrivals).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidToBeNotThere() throws Exception {
        isProblem(get("/api/elsewhere", WORKER), 404, "no-such-address");
        HttpResponse<String> list = get("/api/submissions", WORKER);
        isProblem(list, 405, "wrong-method");
        assertThat(list.headers().firstValue("Allow")).contains("POST");
        isProblem(
                client.send(client.to("/api/submissions/SP-0000-0000")
                        .header("Authorization", WORKER)
                        .header("Accept", "text/html")
                        .DELETE()),
                405,
                "wrong-method");
        isProblem(get("/api//submissions", WORKER), 400, "not-understood");
        isProblem(get("/api/submissions/%00", WORKER), 400, "not-understood");
        isProblem(get("/%2e%2e%2fetc", WORKER), 400, "not-understood");
    }

    @Test
    void anAnswerOfTheApiIsReadAsNothingElse() throws Exception {
        for (String path : new String[] {"/api/elsewhere", "/api/submissions/%3Cscript%3E"}) {
            HttpResponse<String> answer = get(path, WORKER);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("script", "elsewhere");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
    }

    @Test
    void anotherSiteCannotUseABrowsersRememberedPassword() throws Exception {
        isProblem(
                client.send(client.upload("/api/submissions", new Client.Form().file("file", "a.pdf", FORM))
                        .header("Authorization", WORKER)
                        .header("Sec-Fetch-Site", "cross-site")),
                403,
                "not-allowed");
    }

    @Test
    void saysWhatIsWrongWithAnUpload() throws Exception {
        isProblem(post(new Client.Form().field("note", "x")), 422, "no-file");
        isProblem(post(new Client.Form().file("file", "a.pdf", new byte[0])), 422, "empty-file");
        isProblem(post(new Client.Form().file("file", "a.pdf", new byte[(400 << 10) + 1])), 413, "file-too-large");
        Client.Form many = new Client.Form();
        for (int i = 0; i < 4; i++) {
            many.file("file" + i, i + ".pdf", FORM);
        }
        isProblem(post(many), 413, "too-many-files");
        isProblem(
                client.send(client.to("/api/submissions")
                        .header("Authorization", WORKER)
                        .header("Content-Type", "multipart/form-data; boundary=" + Client.BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofString("--" + Client.BOUNDARY + "\r\nContent-Disp"))),
                400,
                "unreadable-request");
        assertThat(useCases.arrivals).isEmpty();
        assertThat(useCases.turnedAway).containsExactly("empty-file", "file-too-large", "too-many-files");
    }

    private HttpResponse<String> postRaw(String type, String body) throws Exception {
        return client.send(client.to("/api/submissions")
                .header("Authorization", WORKER)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void wordsBesideTheFilesAreNotDroppedInSilence() throws Exception {
        isProblem(
                post(new Client.Form().field("note", "He has a second flat").file("file", "a.pdf", FORM)),
                422,
                "words-beside-files");
        isProblem(
                post(new Client.Form()
                        .file("file", "a.pdf", FORM)
                        .field("_csrf", "a token")
                        .field("_csrf", "and words")),
                422,
                "words-beside-files");
        assertThat(useCases.arrivals).isEmpty();
        assertThat(useCases.turnedAway).containsExactly("words-beside-files", "words-beside-files");
    }

    @Test
    void aFormThatIsNotWholeIsNotTaken() throws Exception {
        String type = "multipart/form-data; boundary=B";
        String file = "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.pdf\"\r\n\r\nwords";
        isProblem(postRaw(type, file + "\r\n--B"), 400, "unreadable-request");
        isProblem(postRaw(type, file + "\r\n--B\r\n\r\nno name\r\n--B--\r\n"), 400, "unnamed-part");
        assertThat(useCases.arrivals).isEmpty();
        assertThat(postRaw(type, file + "\r\n--B--").statusCode()).isEqualTo(201);
    }

    @Test
    void aBodyThatIsShorterThanItWasSaidToBeIsNotTaken() throws Exception {
        for (String type : new String[] {"application/pdf", "multipart/form-data; boundary=B"}) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.getOutputStream()
                        .write(
                                ("POST /api/submissions HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: "
                                                + WORKER + "\r\nContent-Type: " + type
                                                + "\r\nContent-Length: 1000\r\n\r\n--B--half")
                                        .getBytes(StandardCharsets.UTF_8));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
        }
        assertThat(useCases.arrivals).isEmpty();
    }

    @Test
    void whatIsNoFileIsNotTakenForOne() throws Exception {
        for (String type : new String[] {
            "application/json;charset=utf-8",
            "application/x-www-form-urlencoded",
            "multipart/mixed; boundary=B",
            "Application/LD+json"
        }) {
            isProblem(postRaw(type, "{\"a\": \"b\"}"), 415, "unsupported-type");
        }
        assertThat(useCases.arrivals).isEmpty();
    }

    @Test
    void theLimitsAreWhatIsSaidToTheByte() throws Exception {
        byte[] largest = new byte[400 << 10];
        Client.Form full = new Client.Form()
                .file("a", "a.pdf", largest)
                .file("b", "b.pdf", largest)
                .file("c", "c.pdf", new byte[(1 << 20) - (800 << 10)]);
        assertThat(post(full).statusCode()).isEqualTo(201);

        HttpResponse<String> more = post(new Client.Form()
                .file("a", "a.pdf", largest)
                .file("b", "b.pdf", largest)
                .file("c", "c.pdf", new byte[(1 << 20) - (800 << 10) + 1]));
        isProblem(more, 413, "too-large");
        assertThat(more.body()).contains("larger than 1 MB together");
        assertThat(post(new Client.Form().file("a", "a.pdf", new byte[(400 << 10) + 1]))
                        .body())
                .contains("larger than 400 KB");
    }

    @Test
    void aClientOverTheLimitReadsItsAnswerAndIsNotCutOff() throws Exception {
        isProblem(post(new Client.Form().file("file", "a.pdf", new byte[30_000_000])), 413, "too-large");
    }

    @Test
    void aBodyOfUnknownLengthIsBoundedAllTheSame() throws Exception {
        byte[] form =
                new Client.Form().file("file", "a.pdf", new byte[3_000_000]).bytes();
        isProblem(
                client.send(client.to("/api/submissions")
                        .header("Authorization", WORKER)
                        .header("Content-Type", "multipart/form-data; boundary=" + Client.BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(form)))),
                413,
                "too-large");
        assertThat(useCases.arrivals).isEmpty();
    }

    @Test
    void aRefusalKeepsItsCode() throws Exception {
        useCases.mood = FakeAdmit.Mood.REFUSES;
        isProblem(post(new Client.Form().file("file", "a.pdf", FORM)), 422, "not-for-us");
    }

    @Test
    void whatCouldNotBeStoredMayBeSentAgain() throws Exception {
        useCases.mood = FakeAdmit.Mood.FAILS_BEFORE;
        HttpResponse<String> before = post(new Client.Form().file("file", "a.pdf", FORM));
        isProblem(before, 503, "not-stored");
        assertThat(before.headers().firstValue("Retry-After")).isPresent();
        assertThat(before.body()).doesNotContain("Jane");

        useCases.mood = FakeAdmit.Mood.FAILS_AFTER;
        isProblem(post(new Client.Form().file("file", "a.pdf", FORM)), 503, "not-stored");
        useCases.mood = FakeAdmit.Mood.WELL;
        HttpResponse<String> again = post(new Client.Form().file("file", "a.pdf", FORM));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json.readTree(again.body()).get("again").asBoolean()).isTrue();
    }

    @Test
    void guessingEnds() throws Exception {
        String guesser = Client.basic("guessed@example-agency.example", "wrong");
        for (int i = 0; i < 10; i++) {
            isProblem(get("/api/submissions/SP-0000-0000", guesser), 401, "sign-in-needed");
        }
        HttpResponse<String> put = get("/api/submissions/SP-0000-0000", guesser);
        isProblem(put, 429, "too-many-attempts");
        assertThat(put.headers().firstValue("Retry-After")).contains("900");
        isProblem(get("/api/submissions/SP-0000-0000", WORKER), 404, "not-found");
    }
}
