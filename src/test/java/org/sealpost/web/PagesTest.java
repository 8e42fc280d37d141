package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Standing;
import org.sealpost.submission.Refusal;

/** The pages as somebody without a script sees them. */
class PagesTest extends InTheWebHouse {
    private static final byte[] FORM = "%PDF-1.7 an invented form".getBytes(StandardCharsets.UTF_8);

    private HttpResponse<String> send(Client.Form form) throws Exception {
        return client.send(client.upload("/submissions", form).header("Accept", "text/html"));
    }

    private String sendOne() throws Exception {
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        HttpResponse<String> sent =
                send(new Client.Form().field("_csrf", client.csrf("/")).file("files", "Jane Example.pdf", FORM));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return sent.headers().firstValue("Location").orElseThrow();
    }

    private static String withoutToken(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void aPlainFormPostEndsOnAConfirmationThatCanBeReloaded() throws Exception {
        String confirmation = sendOne();
        String first = client.page(confirmation).body();
        String reference = confirmation.replaceAll(".*(SP-....-....).*", "$1");

        assertThat(first)
                .contains("We have it", reference, "Example Constabulary", "15 minutes", "999")
                .doesNotContain("Jane Example");
        assertThat(client.page(confirmation).body()).contains(reference);
        assertThat(useCases.arrivals).hasSize(1);

        String list = client.page("/submissions").body();
        assertThat(list).contains(reference).doesNotContain("Jane Example");

        HttpResponse<String> again =
                send(new Client.Form().field("_csrf", client.csrf("/")).file("files", "x.pdf", FORM));
        String second = again.headers().firstValue("Location").orElseThrow();
        assertThat(second).contains(reference);
        assertThat(client.page(second).body()).contains("We already have it");
    }

    @Test
    void theStatusPageGoesFromCustodyToHeld() throws Exception {
        String page = sendOne().replaceAll("/confirmation.*", "");
        assertThat(client.page(page).body()).contains("In custody", "Being sent to Example Constabulary");
        assertThat(client.ask(page + "/standing").body()).isEqualTo("{\"standing\":\"in-custody\",\"last\":false}");
        useCases.stand(new Standing.Sent(Instant.now(), 1));
        assertThat(client.page(page).body()).contains("Waiting for Example Constabulary to confirm");
        useCases.stand(new Standing.Overdue(Instant.now(), 3));
        assertThat(client.page(page).body()).contains("later than it should be");
        useCases.stand(new Standing.RefusedByForce(Instant.now(), new Refusal("unsafe", "It holds <a> virus.")));
        assertThat(client.page(page).body()).contains("Refused by Example Constabulary", "It holds &lt;a&gt; virus.");
        useCases.stand(new Standing.GivenUp(Instant.now()));
        assertThat(client.page(page).body())
                .contains("Not confirmed, sent no more", "Phone them, give them the reference");
        assertThat(client.ask(page + "/standing").body()).isEqualTo("{\"standing\":\"given-up\",\"last\":true}");
        useCases.delivered();
        assertThat(client.page(page).body()).contains("Held by Example Constabulary", "signed receipt");
        assertThat(client.ask(page + "/standing").body()).isEqualTo("{\"standing\":\"held\",\"last\":true}");
    }

    @Test
    void anotherPartnersSubmissionIsNotFound() throws Exception {
        String page = sendOne().replaceAll("/confirmation.*", "");
        Client other = new Client(port);
        other.signIn(WebHouse.OTHER, WebHouse.PASSWORD);

        for (String path : new String[] {page, page + "/confirmation", page + "/standing"}) {
            assertThat((path.endsWith("standing") ? other.ask(path) : other.page(path)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        HttpResponse<String> foreign = other.page(page);
        assertThat(foreign.body()).contains("Not found", "Sign out");
        assertThat(withoutToken(foreign)).isEqualTo(withoutToken(other.page("/submissions/SP-0000-0000")));
        assertThat(other.page("/submissions").body()).contains("Nothing yet");
    }

    @Test
    void everyMistakeIsSaidOnThePage() throws Exception {
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        String csrf = client.csrf("/");

        HttpResponse<String> none = send(new Client.Form().field("_csrf", csrf).file("files", "", new byte[0]));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("There is a problem", "Choose at least one file");

        HttpResponse<String> big =
                send(new Client.Form().field("_csrf", csrf).file("files", "a.pdf", new byte[(400 << 10) + 1]));
        assertThat(big.statusCode()).isEqualTo(413);
        assertThat(big.body()).contains("A file is larger than 400 KB");

        HttpResponse<String> huge =
                send(new Client.Form().field("_csrf", csrf).file("files", "a.pdf", new byte[5_000_000]));
        assertThat(huge.statusCode()).isEqualTo(303);
        assertThat(client.page(huge.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("larger than 1 MB together");

        HttpResponse<String> words =
                send(new Client.Form().field("_csrf", csrf).field("note", "a").file("files", "a.pdf", FORM));
        assertThat(words.statusCode()).isEqualTo(422);
        assertThat(words.body()).contains("Put the words into a file");

        HttpResponse<String> cut = client.send(client.to("/submissions")
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + Client.BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString("--" + Client.BOUNDARY + "\r\n")));
        assertThat(cut.statusCode()).isEqualTo(303);
        assertThat(client.page(cut.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("cut short or damaged");

        useCases.mood = FakeAdmit.Mood.REFUSES;
        HttpResponse<String> refused =
                send(new Client.Form().field("_csrf", csrf).file("files", "a.pdf", FORM));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This force does not take it.");

        useCases.mood = FakeAdmit.Mood.FAILS_BEFORE;
        HttpResponse<String> failed =
                send(new Client.Form().field("_csrf", csrf).file("files", "a.pdf", FORM));
        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(failed.body()).contains("treat it as not sent").doesNotContain("Jane");
    }

    @Test
    void aForgedFormIsNotTaken() throws Exception {
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        assertThat(send(new Client.Form().file("files", "a.pdf", FORM)).statusCode())
                .isEqualTo(403);
        assertThat(send(new Client.Form().field("_csrf", "guessed").file("files", "a.pdf", FORM))
                        .statusCode())
                .isEqualTo(403);
        assertThat(useCases.arrivals).isEmpty();
    }

    @Test
    void whoIsNotSignedInSendsNothingAndMultipartGoesNowhereElse() throws Exception {
        HttpResponse<String> nobody = send(new Client.Form().file("files", "a.pdf", FORM));
        assertThat(nobody.statusCode()).isEqualTo(303);
        assertThat(nobody.headers().firstValue("Location")).contains("/sign-in");
        HttpResponse<String> script =
                client.send(client.upload("/submissions", new Client.Form()).header("Accept", "application/json"));
        assertThat(script.statusCode()).isEqualTo(401);
        HttpResponse<String> elsewhere =
                client.send(client.upload("/sign-in", new Client.Form().file("files", "a.pdf", FORM)));
        assertThat(elsewhere.statusCode()).isEqualTo(415);
    }

    @Test
    void headersAreStrictAndNothingComesFromElsewhere() throws Exception {
        HttpResponse<String> page = client.page("/sign-in");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body()).doesNotContain("http://", "https://", "onclick", " style=");
        for (String asset :
                new String[] {"govuk-frontend.min.css", "sealpost.css", "send.js", "standing.js", "icon.svg"}) {
            assertThat(client.page("/assets/" + asset).statusCode()).as(asset).isEqualTo(200);
        }
    }

    @Test
    void theFontOfGovUkIsNotEvenNamed() throws Exception {
        String css = client.page("/assets/govuk-frontend.min.css").body();
        assertThat(css).contains(".govuk-button", "arial").doesNotContain("GDS Transport", "@font-face", "woff");
        assertThat(client.page("/assets/govuk-frontend.min.js").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotThereIsOurPageAndNotTheServers() throws Exception {
        assertThat(client.page("/anything").statusCode()).isEqualTo(302);
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        for (String path : new String[] {"/anything", "/error", "/assets/none.js", "/submissions/SP-0000-0000"}) {
            HttpResponse<String> page = client.page(path);
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.body()).contains("Not found", "Go to the start");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'");
        }
        HttpResponse<String> doubled = client.page("//etc");
        assertThat(doubled.statusCode()).isEqualTo(400);
        assertThat(doubled.body()).contains("Sorry, there is a problem");
        HttpResponse<String> zero = client.page("/%00");
        assertThat(zero.statusCode()).isEqualTo(400);
        assertThat(zero.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(zero.body()).contains("treat it as not sent").doesNotContain("Tomcat", "<");
        assertThat(client.ask("/anything").body()).contains("no-such-address");
    }

    @Test
    void browsersAndRobotsFindWhatTheyAskForUnasked() throws Exception {
        HttpResponse<String> icon = client.page("/favicon.ico");
        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.headers().firstValue("Content-Type").orElse("")).startsWith("image/");
        assertThat(client.page("/robots.txt").body()).isEqualTo("User-agent: *\nDisallow: /\n");
    }

    @Test
    void nothingThatWasSentIsSaidBack() throws Exception {
        String script = "<script>alert(1)</script>";
        String escaped = "%3Cscript%3Ealert(1)%3C%2Fscript%3E".replace("%2F", "");
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        HttpResponse<String> sent = send(
                new Client.Form().field("_csrf", client.csrf("/")).file(script, "<img src=x onerror=y>.pdf", FORM));
        String confirmation = sent.headers().firstValue("Location").orElseThrow();
        for (String path : new String[] {
            confirmation,
            confirmation.replaceAll("/confirmation.*", ""),
            "/submissions",
            "/submissions/" + escaped,
            "/?problem=" + escaped,
            "/sign-in?problem=" + escaped,
            "/uploads/" + escaped
        }) {
            HttpResponse<String> page = path.startsWith("/uploads") ? client.ask(path) : client.page(path);
            assertThat(page.body()).as(path).doesNotContain("alert(1)", "onerror");
        }
    }

    @Test
    void anotherSiteCannotSignSomebodyOut() throws Exception {
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        assertThat(client.form("/sign-out").statusCode()).isEqualTo(403);
        assertThat(client.page("/sign-out").statusCode()).isEqualTo(404);
        assertThat(client.page("/").statusCode()).isEqualTo(200);
    }

    @Test
    void healthIsOpenAndEverythingElseIsShut() throws Exception {
        HttpResponse<String> health = client.ask("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("components", "details", "diskSpace");
        assertThat(client.ask("/actuator/env").statusCode()).isIn(401, 403, 404);
        assertThat(client.ask("/actuator").statusCode()).isIn(401, 403, 404);
        assertThat(client.page("/webjars/govuk-frontend/5.14.0/dist/govuk/assets/images/govuk-crest.svg")
                        .statusCode())
                .isEqualTo(302);
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        assertThat(client.page("/webjars/govuk-frontend/5.14.0/dist/govuk/assets/images/govuk-crest.svg")
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.send(client.to("/submissions").method("PUT", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
    }
}
