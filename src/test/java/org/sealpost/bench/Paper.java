package org.sealpost.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Something that is sent, of a given size; no two that it gives are equal. */
final class Paper {
    private static final String MARK = "%BENCH-0000000000000000\n";
    private static final AtomicLong NUMBER = new AtomicLong();

    private final String name;
    private final byte[] bytes;

    private Paper(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** A filled AcroForm of two pages, made 50 KB by what a picture in it would take. */
    static Paper form() throws IOException {
        return new Paper("50 KB AcroForm", TwoPageForm.bytes((50 << 10) - TwoPageForm.bytes().length));
    }

    /** A scan: a PDF of a page that is nothing but a picture, unread without text recognition. */
    static Paper scan() throws IOException {
        return new Paper("5 MB scan", ScannedPage.bytes(5 << 20));
    }

    /** As much as one submission may be. */
    static Paper largest() throws IOException {
        return new Paper("50 MB scan", ScannedPage.bytes((50 << 20) - 4096));
    }

    /** What makes an e-mail, which is an original as a whole, as large. */
    static Paper largestAttachment() throws IOException {
        return new Paper("50 MB letter", ScannedPage.bytes((int) ((50 << 20) / 1.375)));
    }

    String name() {
        return name;
    }

    int size() {
        return bytes.length + MARK.length();
    }

    /** Another one each time: readers of PDF take no notice of what stands after the end. */
    byte[] next() {
        byte[] copy = Arrays.copyOf(bytes, bytes.length + MARK.length());
        byte[] mark = String.format(Locale.ROOT, "%%BENCH-%016d\n", NUMBER.incrementAndGet())
                .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(mark, 0, copy, bytes.length, mark.length);
        return copy;
    }

    List<byte[]> next(int times) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(next());
        }
        return all;
    }
}
