package org.sealpost.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends by the API; 201 and a reference are the gateway's word. */
final class ByWeb implements Sender {
    private static final Pattern REFERENCE = Pattern.compile("SP-[0-9A-Z*~$=]{4}-[0-9A-Z*~$=]{4}");
    private static final String WHO = Base64.getEncoder()
            .encodeToString("worker@example-agency.example:example-only".getBytes(StandardCharsets.US_ASCII));

    private final Wire wire;
    private final Map<String, String> references = new ConcurrentHashMap<>();

    ByWeb(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String channel() {
        return "web";
    }

    @Override
    public boolean send(Form form) throws IOException {
        HttpResponse<String> answer = answer(request("/api/submissions")
                .header("Content-Type", "text/plain")
                .header("Content-Disposition", "attachment; filename=\"" + form.token() + ".txt\"")
                .POST(HttpRequest.BodyPublishers.ofString(form.text())));
        Matcher reference = REFERENCE.matcher(answer.body());
        if (answer.statusCode() == 201 && reference.find()) {
            references.put(form.token(), reference.group());
        }
        return accepted(form);
    }

    /** The reference, or {@code refused: } and the problem's code. */
    String sendFile(String name, byte[] content) throws IOException {
        HttpResponse<String> answer = answer(request("/api/submissions")
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
        Matcher reference = REFERENCE.matcher(answer.body());
        if (answer.statusCode() == 201 && reference.find()) {
            return reference.group();
        }
        Matcher code = Pattern.compile("\"code\":\"([a-z-]+)\"").matcher(answer.body());
        return code.find() ? "refused: " + code.group(1) : answer.statusCode() + " " + answer.body();
    }

    @Override
    public boolean sendsAgain() {
        return true;
    }

    @Override
    public boolean accepted(Form form) {
        return references.containsKey(form.token());
    }

    @Override
    public String untold(Form form) throws IOException {
        String reference = references.getOrDefault(form.token(), "");
        HttpResponse<String> answer =
                answer(request("/api/submissions/" + reference).GET());
        return answer.body().contains("\"held\"") ? "" : "its page says " + answer.statusCode() + " " + answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wire.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + WHO);
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) throws IOException {
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
