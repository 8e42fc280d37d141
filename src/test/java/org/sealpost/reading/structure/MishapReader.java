package org.sealpost.reading.structure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.reading.structure.text.PlainTextReader;

/** A format that does what hostile documents make parsers do: a text that begins with {@code mishap:} and says which. */
public final class MishapReader implements FormatReader {
    private MishapReader() {}

    /** All formats, and this one first. */
    public static PartsReader among(PartLimits limits) {
        List<FormatReader> readers = new ArrayList<>(
                PartsReader.formats(TextRecognition.NONE, (tiff, models, layout, atMost) -> new byte[0]));
        readers.add(0, new MishapReader());
        return new PartsReader(limits, TextRecognition.NONE, readers);
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.startsWith("text/plain");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        String text = new String(part.bytes(), StandardCharsets.UTF_8);
        if (!text.startsWith("mishap:")) {
            new PlainTextReader().read(part, contents);
            return;
        }
        String[] order = text.substring("mishap:".length()).strip().split(" ", 2);
        switch (order[0]) {
            case "hang" -> hang();
            case "die" -> Runtime.getRuntime().halt(7);
            case "heap" -> exhaust();
            case "flood" -> flood(contents);
            case "chatter" -> System.out.println("printed by a parser");
            case "spool" -> spool(text);
            case "connect" -> say(contents, Escapes.connect(Integer.parseInt(order[1])));
            case "look" -> say(contents, Escapes.look(Path.of(order[1])));
            case "start" -> say(contents, Escapes.start());
            case "write" -> say(contents, Escapes.write());
            case "memory" -> Escapes.takeMemory();
            case "print" -> Escapes.print();
            case "fault" -> throw new IOException("as parsers do");
            default -> throw new IllegalArgumentException("no such mishap");
        }
    }

    private static void say(Contents contents, String what) {
        contents.elements().add(new Element.Line(what, Place.NOWHERE));
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void hang() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static void exhaust() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[1 << 20]);
        }
    }

    /** Past the worker's own budget, as a worker in an attacker's hands would. */
    private static void flood(Contents contents) {
        for (int i = 0; i < 300_000; i++) {
            contents.elements().add(new Element.Line("and another line of it", Place.NOWHERE));
        }
    }

    private static void spool(String text) throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Files.writeString(Files.createDirectories(folder.resolve("inner")).resolve("spooled"), text);
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/"));
    }
}
