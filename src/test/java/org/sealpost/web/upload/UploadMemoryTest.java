package org.sealpost.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadMemoryTest {
    @Test
    void hasRoomUntilItIsTakenAndGivesEachPieceBackOnce() {
        UploadMemory memory = new UploadMemory(100);
        UploadMemory.Room first = memory.take(60).orElseThrow();
        assertThat(memory.take(41)).isEmpty();
        assertThat(memory.take(Long.MAX_VALUE)).isEmpty();
        assertThat(memory.take(-1)).isEmpty();
        assertThat(memory.take(40)).isPresent();
        first.close();
        first.close();
        assertThat(memory.take(61)).isEmpty();
        assertThat(memory.take(60)).isPresent();
    }
}
