package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SignInTest extends InTheWebHouse {
    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere");
    }

    @Test
    void letsAnAccountInAndOut() throws Exception {
        assertThat(location(client.page("/"))).endsWith("/sign-in");
        HttpResponse<String> in = client.signIn("WORKER@example-agency.example", WebHouse.PASSWORD);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).isEqualTo("/");
        HttpResponse<String> page = client.page("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(WebHouse.WORKER, "not a referral", "999", "Example Constabulary");

        client.form("/sign-out", "_csrf", client.csrf("/"));
        assertThat(location(client.page("/"))).endsWith("/sign-in");
    }

    @Test
    void theCookieIsOfThisSiteAndOutOfScriptsReach() throws Exception {
        HttpResponse<String> page = client.page("/sign-in");
        assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("sealpost=")
                .contains("HttpOnly", "SameSite=Strict");
        String before = client.cookies.getCookieStore().getCookies().toString();
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        assertThat(client.cookies.getCookieStore().getCookies().toString()).isNotEqualTo(before);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookAlike() throws Exception {
        assertThat(location(client.signIn(WebHouse.WORKER, "wrong"))).isEqualTo("/sign-in?problem=wrong");
        assertThat(location(client.signIn("stranger@elsewhere.example", "wrong")))
                .isEqualTo("/sign-in?problem=wrong");
        assertThat(location(client.signIn(WebHouse.WORKER, "x".repeat(100)))).isEqualTo("/sign-in?problem=wrong");
        assertThat(client.page("/sign-in?problem=wrong").body()).contains("There is a problem");
        assertThat(location(client.page("/"))).endsWith("/sign-in");
    }

    @Test
    void goesOnToThePageThatWasAskedForAndToNoOther() throws Exception {
        client.page("/submissions/SP-0000-0000");
        assertThat(location(client.signIn(WebHouse.WORKER, WebHouse.PASSWORD))).isEqualTo("/submissions/SP-0000-0000");

        Client misled = new Client(port);
        misled.page("//elsewhere.example/submissions");
        misled.page("/sign-in?continue=https://elsewhere.example/");
        assertThat(location(misled.signIn(WebHouse.WORKER, WebHouse.PASSWORD))).isEqualTo("/");
    }

    @Test
    void aSignInWithoutThePagesTokenFails() throws Exception {
        HttpResponse<String> forged =
                client.form("/sign-in", "username", WebHouse.WORKER, "password", WebHouse.PASSWORD);
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(location(client.page("/"))).endsWith("/sign-in");
    }
}
