package org.sealpost.reading.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.sealpost.reading.scan.RecognitionTimeException;
import org.sealpost.reading.scan.TextRecogniser;

/** The worker's side: it may start no process, so it asks the gateway, over the pipe, for what the command makes of pictures. */
final class RecognitionAtGateway implements TextRecogniser {
    /**
     * What came back.
     *
     * @param status one of {@link Wire#RECOGNISED}, {@link Wire#LATE} and {@link Wire#FAILED}
     */
    record Answer(byte status, byte[] table) {}

    private final DataOutputStream pipe;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

    RecognitionAtGateway(DataOutputStream pipe) {
        this.pipe = pipe;
    }

    /** Hands over what the thread that listens has heard. */
    void heard(Answer answer) {
        answers.add(answer);
    }

    @Override
    public byte[] recognise(byte[] tiff, Models models, Layout layout, Duration atMost) throws IOException {
        pipe.writeByte(Wire.RECOGNISE);
        pipe.writeInt(Wire.RECOGNISE_HEAD + tiff.length);
        pipe.writeByte(models.ordinal());
        pipe.writeByte(layout.ordinal());
        pipe.writeInt((int) Math.min(Integer.MAX_VALUE, atMost.toMillis()));
        pipe.write(tiff);
        pipe.flush();
        try {
            Answer answer = answers.take();
            if (answer.status == Wire.LATE) {
                throw new RecognitionTimeException();
            }
            if (answer.status != Wire.RECOGNISED) {
                throw new IOException("text recognition failed");
            }
            return answer.table;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
