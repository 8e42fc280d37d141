package org.sealpost.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Admit;
import org.sealpost.web.MovableClock;

class ProgressBoardTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final MovableClock clock = new MovableClock();
    private final ProgressBoard board = new ProgressBoard(clock);

    @Test
    void showsTheLastStepToItsOwnAccountOnlyAndNotForEver() {
        Admit.Progress progress = board.follow("a", TOKEN);
        assertThat(board.look("a", TOKEN).stage()).isEqualTo("receiving");
        progress.reading(2, 3);
        assertThat(board.look("a", TOKEN)).isEqualTo(new ProgressBoard.Step("reading", 2, 3));
        assertThat(board.look("b", TOKEN).stage()).isEqualTo("unknown");
        progress.sealing();
        progress.storing();
        assertThat(board.look("a", TOKEN).stage()).isEqualTo("storing");
        clock.forward(Duration.ofMinutes(10).plusMillis(1));
        assertThat(board.look("a", TOKEN).stage()).isEqualTo("unknown");
    }

    @Test
    void remembersAThousandAndTheOldestGo() {
        for (int i = 0; i < 1_001; i++) {
            board.follow("a", "%032x".formatted(i));
        }
        assertThat(board.look("a", "%032x".formatted(0)).stage()).isEqualTo("unknown");
        assertThat(board.look("a", "%032x".formatted(1)).stage()).isEqualTo("receiving");
    }

    @Test
    void followsNoTokenOfAnotherShape() {
        assertThat(board.follow("a", "")).isSameAs(Admit.Progress.NOBODY);
        assertThat(board.follow("a", TOKEN + "0")).isSameAs(Admit.Progress.NOBODY);
    }
}
