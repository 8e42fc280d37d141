package org.sealpost.channel.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Escalate;
import org.sealpost.delivery.Inquire;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Reference;

class OperatorHookTest {
    private static final String SECRET = "an invented secret";
    private static final Reference REFERENCE = Reference.random(new SecureRandom());
    private static final Escalate.Call CALL = new Escalate.Call(
            List.of(new Escalate.Late(
                    REFERENCE,
                    new ForceId("example-constabulary"),
                    true,
                    Instant.parse("2026-11-23T09:30:00Z"),
                    Instant.parse("2026-11-23T09:40:00Z"))),
            new Inquire.Backlog(5, 3, Optional.of(Instant.parse("2026-11-23T09:30:00Z"))));

    private record Request(String method, String path, String signature, byte[] body) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestHeaders().getFirst(OperatorHook.SIGNATURE),
                    exchange.getRequestBody().readAllBytes()));
            if (path.equals("/moved")) {
                exchange.getResponseHeaders().set("Location", "/well");
            }
            if (!path.equals("/silent")) {
                exchange.sendResponseHeaders(path.equals("/moved") ? 307 : path.equals("/ill") ? 500 : 204, -1);
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private OperatorHook hook(String path) {
        return hook(path, Duration.ofSeconds(30));
    }

    private OperatorHook hook(String path, Duration patience) {
        return new OperatorHook(
                "Duty officer", "http://127.0.0.1:" + server.getAddress().getPort() + path, SECRET, patience);
    }

    @Test
    void theHookGetsWhichHowManyAndSinceWhenAndCanSeeThatItIsOurs() throws Exception {
        hook("/well").call(CALL);
        Request request = requests.get(0);
        assertThat(request.method()).isEqualTo("POST");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(request.signature()).isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(request.body())));
        JsonNode body = new ObjectMapper().readTree(request.body());
        assertThat(body.toString())
                .isEqualTo("{\"event\":\"overdue\",\"person\":\"Duty officer\",\"waiting\":5,\"overdue\":3,"
                        + "\"submissions\":[{\"reference\":\"" + REFERENCE
                        + "\",\"force\":\"example-constabulary\",\"urgent\":true,"
                        + "\"since\":\"2026-11-23T09:30:00Z\",\"deadline\":\"2026-11-23T09:40:00Z\"}]}");
    }

    @Test
    void whatIsHeldBackIsCalledThat() throws Exception {
        Instant since = Instant.parse("2026-11-23T09:30:00Z");
        Escalate.Late late =
                new Escalate.Late(REFERENCE, new ForceId("example-constabulary"), true, since, since, true);
        hook("/well").call(new Escalate.Call(List.of(late), CALL.backlog()));
        assertThat(new ObjectMapper()
                        .readTree(requests.get(0).body())
                        .at("/submissions/0/heldBack")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatIsNotTakenIsAFaultAndNoRedirectIsFollowed() {
        assertThatThrownBy(() -> hook("/ill").call(CALL)).hasMessage("the hook answered 500");
        assertThatThrownBy(() -> hook("/moved").call(CALL)).hasMessage("the hook answered 307");
        assertThatThrownBy(() -> hook("/silent", Duration.ofMillis(500)).call(CALL))
                .hasMessage("the hook did not answer");
        assertThat(requests).extracting(Request::path).containsExactly("/ill", "/moved", "/silent");
        OperatorHook gone = hook("/well");
        server.stop(0);
        assertThatThrownBy(() -> gone.call(CALL)).hasMessage("the hook did not answer");
    }

    @Test
    void anAddressInTheOpenOrWithoutASecretIsRefused() {
        assertThatThrownBy(() -> new OperatorHook("x", "http://192.0.2.7/hook", SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OperatorHook("x", "file:///hook", SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OperatorHook("x", "https://hook.example/", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
