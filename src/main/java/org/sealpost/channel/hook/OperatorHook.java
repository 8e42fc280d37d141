package org.sealpost.channel.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sealpost.delivery.Escalate;
import org.sealpost.submission.Sha256;

/**
 * Calls by an HTTP POST of JSON: which, how many, since when; never anything of a form. The body is signed by HMAC-SHA256 in the
 * header {@code Sealpost-Signature}. Follows no redirect. Safe to share between threads.
 */
public final class OperatorHook implements Escalate.Person {
    /** The header with {@code sha256=} and the signature in hexadecimal. */
    public static final String SIGNATURE = "Sealpost-Signature";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final URI address;
    private final byte[] secret;
    private final Duration patience;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;

    /**
     * @param name of the person
     * @param address HTTPS; HTTP on loopback only
     * @param secret that both sides know
     * @throws IllegalArgumentException where the address is of another kind, or the secret is empty
     */
    public OperatorHook(String name, String address, String secret) {
        this(name, address, secret, PATIENCE);
    }

    OperatorHook(String name, String address, String secret, Duration patience) {
        this.name = name;
        this.address = allowed(URI.create(address));
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("a hook needs a hook-secret to sign with");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    private static URI allowed(URI address) {
        boolean https = "https".equals(address.getScheme());
        if (address.getHost() == null || !(https || "http".equals(address.getScheme()) && isLoopback(address))) {
            throw new IllegalArgumentException("a hook's address begins with https://, or on loopback with http://");
        }
        return address;
    }

    private static boolean isLoopback(URI address) {
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String by() {
        return "hook";
    }

    @Override
    public void call(Escalate.Call call) {
        byte[] body = body(call);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Sealpost")
                .header(SIGNATURE, "sha256=" + Sha256.hmac(secret, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = answer(client.sendAsync(request, HttpResponse.BodyHandlers.discarding()));
        if (status < 200 || status > 299) {
            throw new IllegalStateException("the hook answered " + status);
        }
    }

    /** The request's own time limit ends with the head of the answer, this one with all of it. */
    private int answer(CompletableFuture<HttpResponse<Void>> sent) {
        try {
            return sent.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling the hook", e);
        } catch (ExecutionException | TimeoutException e) {
            sent.cancel(true);
            throw new IllegalStateException("the hook did not answer", e);
        }
    }

    private byte[] body(Escalate.Call call) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", "overdue");
        body.put("person", name);
        body.put("waiting", call.backlog().waiting());
        body.put("overdue", call.backlog().overdue());
        body.put("submissions", call.late().stream().map(OperatorHook::one).toList());
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers are always JSON", e);
        }
    }

    private static Map<String, Object> one(Escalate.Late late) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("reference", late.reference().value());
        one.put("force", late.force().value());
        one.put("urgent", late.urgent());
        one.put("since", late.since().toString());
        one.put("deadline", late.deadline().toString());
        if (late.heldBack()) {
            one.put("heldBack", true);
        }
        return one;
    }

    /** Never prints the address, which may hold a secret of its own. */
    @Override
    public String toString() {
        return "the hook of " + name;
    }
}
