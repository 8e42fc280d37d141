package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More at once than memory is set aside for. */
class BusyTest extends InTheWebHouse {
    private static Client.Form large(char with) {
        byte[] content = new byte[390_000];
        Arrays.fill(content, (byte) with);
        return new Client.Form().file("a", "a.pdf", content).file("b", "b.pdf", content);
    }

    private HttpResponse<String> post(char with) throws Exception {
        return new Client(port)
                .send(client.upload("/api/submissions", large(with))
                        .header("Authorization", Client.basic(WebHouse.WORKER, WebHouse.PASSWORD)));
    }

    @Test
    void saysComeBackAndHasRoomAgainAfterwards() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        useCases.hold = step -> {
            inside.countDown();
            try {
                goOn.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        String csrf = client.csrf("/");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<HttpResponse<String>> first = other.submit(() -> post('a'));
            assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> second = post('b');
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.body()).contains("\"code\":\"busy\"");
            assertThat(second.headers().firstValue("Retry-After")).isPresent();
            HttpResponse<String> page =
                    client.send(client.upload("/submissions", large('b').field("_csrf", csrf))
                            .header("Accept", "text/html"));
            assertThat(page.statusCode()).isEqualTo(303);
            assertThat(client.page(page.headers().firstValue("Location").orElseThrow())
                            .body())
                    .contains("Too many uploads at this moment");
            assertThat(useCases.arrivals).hasSize(1);

            goOn.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
            assertThat(post('b').statusCode()).isEqualTo(201);
        } finally {
            goOn.countDown();
            other.shutdownNow();
        }
    }
}
