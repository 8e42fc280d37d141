package org.sealpost.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program of the example agency's that uses the API. */
record WebSender(int port) {
    private static final String BOUNDARY = "sealpost-demo-4f1d";

    /** @return the reference */
    String send(DemoForm form) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + form.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(form.bytes());
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return call(HttpRequest.newBuilder(address(""))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())))
                .path("reference")
                .asText();
    }

    /** Where it stands, in the API's word. */
    String standing(String reference) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(address("/" + reference)).GET())
                .path("standing")
                .asText();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/submissions" + path);
    }

    private static JsonNode call(HttpRequest.Builder request) throws IOException, InterruptedException {
        String account = DemoAccount.NAME + ":" + DemoAccount.PASSWORD;
        request.header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the gateway answered " + answer.statusCode());
        }
        return new ObjectMapper().readTree(answer.body());
    }
}
