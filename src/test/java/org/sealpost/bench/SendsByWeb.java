package org.sealpost.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that sends by the API, some at once. */
final class SendsByWeb implements Sends {
    private static final int AT_ONCE = 8;
    private static final long MOST_BYTES_AT_ONCE = 120L << 20;
    private static final Pattern REFERENCE = Pattern.compile("\"reference\"\\s*:\\s*\"([^\"]+)\"");
    private static final String WHO = Base64.getEncoder()
            .encodeToString("worker@example-agency.example:example-only".getBytes(StandardCharsets.US_ASCII));

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SendsByWeb(RunningGateway gateway) {
        this.address = URI.create("http://127.0.0.1:" + gateway.web + "/api/submissions");
    }

    @Override
    public String channel() {
        return "web";
    }

    @Override
    public void all(List<byte[]> papers) throws IOException, InterruptedException {
        all(papers, "form.pdf", "application/pdf");
    }

    /** Plain texts. */
    void notes(List<byte[]> notes) throws IOException, InterruptedException {
        all(notes, "note.txt", "text/plain");
    }

    private void all(List<byte[]> papers, String name, String type) throws IOException, InterruptedException {
        int atOnce = (int) Math.max(1, Math.min(AT_ONCE, MOST_BYTES_AT_ONCE / papers.get(0).length));
        ExecutorService hands = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (byte[] paper : papers) {
                answers.add(hands.submit(() -> one(paper, name, type)));
            }
            for (Future<String> answer : answers) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        } finally {
            hands.shutdownNow();
        }
    }

    /** Returns the reference. */
    String one(byte[] paper) throws IOException, InterruptedException {
        return one(paper, "form.pdf", "application/pdf");
    }

    private String one(byte[] paper, String name, String type) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Basic " + WHO)
                        .header("Content-Type", type)
                        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(paper))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher reference = REFERENCE.matcher(answer.body());
        if (answer.statusCode() != 201 || !reference.find()) {
            throw new IOException("the gateway said " + answer.statusCode() + " " + answer.body());
        }
        return reference.group(1);
    }
}
