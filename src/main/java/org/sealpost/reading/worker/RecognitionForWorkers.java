package org.sealpost.reading.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.sealpost.reading.scan.RecognitionTimeException;
import org.sealpost.reading.scan.TesseractCommand;
import org.sealpost.reading.scan.TextRecogniser.Layout;
import org.sealpost.reading.scan.TextRecogniser.Models;
import org.sealpost.reading.scan.TextRecognition;

/**
 * The gateway's side: runs the command for a worker. Pictures go from the one process to the other and the table back; the
 * gateway looks into neither, and keeps no more of a picture than a buffer.
 */
final class RecognitionForWorkers {
    /** A sheet of the largest picture that is looked at, in strips with their borders, is below this. */
    private static final int MOST_BYTES = 64 << 20;

    private static final byte[] NOTHING = {};

    private final TesseractCommand command;
    private final Duration longest;
    private final boolean script;

    RecognitionForWorkers(TextRecognition settings, TesseractCommand command) {
        this.command = command;
        this.longest = settings.perPage();
        this.script = !settings.script().isEmpty();
    }

    /**
     * Takes the rest of a frame off the pipe and answers it.
     *
     * @throws IOException where the pipe broke or the frame is not one: the worker is not to be spoken with any more
     */
    void serve(DataInputStream untrustedPipe, DataOutputStream toWorker) throws IOException {
        int length = untrustedPipe.readInt() - Wire.RECOGNISE_HEAD;
        int models = untrustedPipe.readUnsignedByte();
        int layout = untrustedPipe.readUnsignedByte();
        int millis = untrustedPipe.readInt();
        if (length < 0
                || length > MOST_BYTES
                || models >= Models.values().length
                || layout >= Layout.values().length
                || millis < 0
                || Models.values()[models] == Models.SCRIPT && !script) {
            throw new IOException("a picture out of bounds");
        }
        Picture picture = new Picture(untrustedPipe, length);
        byte status = Wire.RECOGNISED;
        byte[] table = NOTHING;
        try {
            Duration atMost = Duration.ofMillis(Math.min(millis, longest.toMillis()));
            table = command.recognise(picture, Models.values()[models], Layout.values()[layout], atMost);
        } catch (RecognitionTimeException e) {
            status = Wire.LATE;
        } catch (IOException e) {
            status = Wire.FAILED;
        }
        picture.skipRest();
        toWorker.writeInt(Wire.ANSWER);
        toWorker.writeByte(status);
        toWorker.writeInt(table.length);
        toWorker.write(table);
        toWorker.flush();
    }

    /** A picture on the pipe: once. */
    private static final class Picture implements TesseractCommand.Feed {
        private final DataInputStream untrustedPipe;
        private int left;

        Picture(DataInputStream untrustedPipe, int length) {
            this.untrustedPipe = untrustedPipe;
            this.left = length;
        }

        @Override
        public void into(OutputStream command) throws IOException {
            byte[] some = new byte[1 << 16];
            while (left > 0) {
                command.write(some, 0, take(some));
            }
        }

        void skipRest() throws IOException {
            byte[] some = new byte[1 << 16];
            while (left > 0) {
                take(some);
            }
        }

        private int take(byte[] some) throws IOException {
            int taken = untrustedPipe.read(some, 0, Math.min(some.length, left));
            if (taken < 0) {
                throw new EOFException("the pipe ended inside a picture");
            }
            left -= taken;
            return taken;
        }
    }
}
