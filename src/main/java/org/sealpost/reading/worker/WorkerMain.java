package org.sealpost.reading.worker;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.sealpost.reading.scan.TextRecogniser;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.structure.PartsReader;
import org.sealpost.reading.structure.Unopened;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.submission.Sanctioned;

/**
 * The worker process: reads one original after the other off its standard input until that ends, which it does when the
 * gateway stops or is killed.
 */
@Sanctioned("a worker's standard streams are its pipe, and it ends itself with the gateway")
public final class WorkerMain {
    private record Request(String name, String declaredType, boolean pages, Unopened unopened, byte[] bytes) {}

    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final PartsReader reader;
    private final DataOutputStream pipe;
    private final RecognitionAtGateway recognition;

    private WorkerMain(PartsReader reader, DataOutputStream pipe, RecognitionAtGateway recognition) {
        this.reader = reader;
        this.pipe = pipe;
        this.recognition = recognition;
    }

    /** Called by {@link WorkerProcess} only, with the limits as numbers. */
    public static void main(String[] args) throws InterruptedException {
        serve(recogniser -> new PartsReader(limits(args), recognition(args), recogniser));
    }

    static PartLimits limits(String[] args) {
        return new PartLimits(
                Integer.parseInt(args[0]),
                Integer.parseInt(args[1]),
                Long.parseLong(args[2]),
                Integer.parseInt(args[3]),
                Integer.parseInt(args[4]),
                Integer.parseInt(args[5]));
    }

    private static TextRecognition recognition(String[] args) {
        return new TextRecognition(
                args[6],
                args[7],
                args[8],
                args[9],
                Duration.ofMillis(Long.parseLong(args[10])),
                Duration.ofMillis(Long.parseLong(args[11])));
    }

    /** Serves until the standard input ends. */
    static void serve(Function<TextRecogniser, PartsReader> reader) throws InterruptedException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        DataOutputStream pipe =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        RecognitionAtGateway recognition = new RecognitionAtGateway(pipe);
        WorkerMain worker = new WorkerMain(reader.apply(recognition), pipe, recognition);
        Thread listening = new Thread(worker::listen, "requests");
        listening.setDaemon(true);
        listening.start();
        new FindingsWriter(pipe, false).ready();
        while (true) {
            worker.answer(worker.requests.take());
        }
    }

    private void answer(Request request) {
        FindingsWriter findings = new FindingsWriter(pipe, request.pages());
        reader.read(request.name(), request.declaredType(), request.bytes(), request.unopened(), findings);
        findings.done();
    }

    /** On a thread of its own, so that a worker that is lost in a document still notices that the gateway is gone. */
    private void listen() {
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) {
                switch (in.readInt()) {
                    case Wire.REQUEST -> requests.add(request(in));
                    case Wire.ANSWER -> recognition.heard(answer(in));
                    default -> throw new IOException("neither a request nor an answer");
                }
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static RecognitionAtGateway.Answer answer(DataInputStream in) throws IOException {
        return new RecognitionAtGateway.Answer(in.readByte(), Wire.readBytes(in, Integer.MAX_VALUE));
    }

    private static Request request(DataInputStream in) throws IOException {
        String name = Wire.readText(in, Integer.MAX_VALUE);
        String declaredType = Wire.readText(in, Integer.MAX_VALUE);
        boolean pages = in.readBoolean();
        int count = in.readInt();
        Map<Integer, String> skip = new HashMap<>();
        for (int i = 0; i < count; i++) {
            skip.put(in.readInt(), Wire.readText(in, Integer.MAX_VALUE));
        }
        Unopened unopened = new Unopened(skip, in.readInt(), Wire.readText(in, Integer.MAX_VALUE));
        return new Request(name, declaredType, pages, unopened, Wire.readBytes(in, Integer.MAX_VALUE));
    }
}
