package org.sealpost.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import org.junit.jupiter.api.Test;
import org.sealpost.submission.Sha256;

class RootCauseTest {
    @Test
    void namesTheLineOfThisProgramAndNoWords() {
        Throwable fault = catchThrowable(() -> Sha256.parse("Gareth"));

        assertThat(RootCause.kindAndPlace(new IllegalStateException("Gareth", fault)))
                .matches("java\\.lang\\.NumberFormatException at Sha256\\.parse:\\d+");
    }

    @Test
    void namesTheKindAloneWhereTheFaultIsAllElsewhere() {
        MalformedInputException deepest = new MalformedInputException(1);
        deepest.setStackTrace(new StackTraceElement[0]);

        assertThat(RootCause.kindAndPlace(new UncheckedIOException(deepest)))
                .isEqualTo("java.nio.charset.MalformedInputException");
    }
}
