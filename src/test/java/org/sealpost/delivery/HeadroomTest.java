package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class HeadroomTest {
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void aHeapOf512TakesFiftyMegabytes() {
        assertThat(new Headroom(512L * MEBIBYTE).largest()).isBetween(50L * MEBIBYTE, 52L * MEBIBYTE);
    }

    @Test
    void whoFindsNoRoomWaitsAndWhoNeedsLittleDoesNot() throws Exception {
        Headroom room = new Headroom(512L * MEBIBYTE);
        CountDownLatch enough = new CountDownLatch(1);
        var threads = Executors.newCachedThreadPool();
        try {
            CountDownLatch inside = new CountDownLatch(1);
            Future<String> first = threads.submit(() -> room.with(40L * MEBIBYTE, () -> {
                inside.countDown();
                await(enough);
                return "first";
            }));
            await(inside);
            assertThat(room.<String>with(5L * MEBIBYTE, () -> "small")).isEqualTo("small");
            Future<String> second = threads.submit(() -> room.with(40L * MEBIBYTE, () -> "second"));
            Assertions.assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            enough.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("second");
        } finally {
            enough.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void roomIsGivenBackByWhoeverFails() {
        Headroom room = new Headroom(64L * MEBIBYTE);
        for (int i = 0; i < 3; i++) {
            Assertions.assertThatThrownBy(() -> room.with(room.largest(), () -> {
                        throw new IllegalStateException("a fault");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(room.<Integer>with(room.largest(), () -> 1)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
