package org.sealpost.reading.worker;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.PagePicture;
import org.sealpost.reading.structure.picture.PagePictures;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * The gateway's side: takes one original's frames off the pipe, checks every one, and keeps what was found so far, so
 * that it is there when the worker dies.
 */
final class UntrustedFindings {
    private static final int LONGEST_WORD = 4096;

    private final WorkerLimits limits;
    private final boolean wantsPages;
    private final List<Document> parts = new ArrayList<>();
    private final Map<Integer, List<PagePicture>> pages = new HashMap<>();
    private @Nullable Document open;
    private @Nullable List<Sha256> substance;
    private long bytesLeft;
    private int elementsLeft;

    UntrustedFindings(WorkerLimits limits) {
        this(limits, false);
    }

    /** @param wantsPages whether the worker is to draw the pages; its answer may then be larger by their limit */
    UntrustedFindings(WorkerLimits limits, boolean wantsPages) {
        this.limits = limits;
        this.wantsPages = wantsPages;
        this.bytesLeft = limits.largestAnswer() + (wantsPages ? PagePictures.MOST_BYTES : 0);
        this.elementsLeft = limits.parts().elements();
    }

    /** Those that are done, in their order; {@code partOf} counts within the original. */
    List<Document> parts() {
        return parts;
    }

    boolean wantsPages() {
        return wantsPages;
    }

    /** The pages that were drawn, by the number of the part. */
    Map<Integer, List<PagePicture>> pages() {
        return pages;
    }

    /** The part that was begun and not ended, as read as nothing; null between parts. */
    @Nullable Document open() {
        return open;
    }

    @Nullable List<Sha256> substance() {
        return substance;
    }

    /** Takes the rest of a frame with pictures to be recognised off the pipe, and answers it. */
    interface Recognition {
        void serve(DataInputStream untrustedPipe) throws IOException;
    }

    /** Takes all frames of one original. */
    void take(DataInputStream untrustedPipe, Recognition recognition) throws IOException {
        while (true) {
            byte kind = untrustedPipe.readByte();
            if (kind == Wire.RECOGNISE && open != null) {
                recognition.serve(untrustedPipe);
                continue;
            }
            byte[] untrustedBody = body(untrustedPipe);
            if (kind == Wire.DONE && untrustedBody.length == 0 && open == null && !parts.isEmpty()) {
                return;
            }
            DataInputStream untrusted = new DataInputStream(new ByteArrayInputStream(untrustedBody));
            switch (kind) {
                case Wire.BEGINS -> begins(untrusted);
                case Wire.ENDS -> ends(untrusted, untrustedBody);
                case Wire.NAMED -> named(untrusted);
                case Wire.PAGE -> page(untrusted);
                case Wire.SUBSTANCE -> substance(untrusted);
                default -> throw new IOException("a frame out of turn");
            }
        }
    }

    private byte[] body(DataInputStream untrustedPipe) throws IOException {
        int length = untrustedPipe.readInt();
        bytesLeft -= length;
        if (length < 0 || bytesLeft < 0) {
            throw new TooLargeException();
        }
        byte[] body = untrustedPipe.readNBytes(length);
        if (body.length < length) {
            throw new IOException("the pipe ended inside a frame");
        }
        return body;
    }

    private void begins(DataInputStream untrusted) throws IOException {
        String name = Wire.readText(untrusted, LONGEST_WORD);
        int partOf = untrusted.readInt();
        String mediaType = Wire.readText(untrusted, LONGEST_WORD);
        long size = untrusted.readLong();
        Sha256 digest = digest(untrusted);
        if (size < 0) {
            throw new IOException("a part of less than nothing");
        }
        inTurn(partOf);
        open = new Document(name, partOf, mediaType, size, digest.toString(), Disposition.OPAQUE, "", List.of());
    }

    private void inTurn(int partOf) throws IOException {
        boolean first = parts.isEmpty();
        if (open != null || (first ? partOf != -1 : partOf < 0 || partOf >= parts.size())) {
            throw new IOException("a part out of turn");
        }
        if (parts.size() >= limits.parts().parts()) {
            throw new TooLargeException();
        }
    }

    private void named(DataInputStream untrusted) throws IOException {
        String name = Wire.readText(untrusted, LONGEST_WORD);
        int partOf = untrusted.readInt();
        inTurn(partOf);
        Disposition what = disposition(untrusted);
        String reason = Wire.readText(untrusted, LONGEST_WORD);
        if (partOf < 0 || what == Disposition.READ || !Reason.isOne(reason)) {
            throw new IOException("a name at odds with itself");
        }
        parts.add(Document.named(name, partOf, what, reason));
    }

    private static Disposition disposition(DataInputStream untrusted) throws IOException {
        int disposition = untrusted.readUnsignedByte();
        if (disposition >= Disposition.values().length) {
            throw new IOException("a disposition nobody knows");
        }
        return Disposition.values()[disposition];
    }

    private void ends(DataInputStream untrusted, byte[] untrustedBody) throws IOException {
        Document begun = open;
        if (begun == null) {
            throw new IOException("an end without a beginning");
        }
        Disposition what = disposition(untrusted);
        String reason = Wire.readText(untrusted, LONGEST_WORD);
        UntrustedElements elements =
                new UntrustedElements(untrustedBody, untrustedBody.length - untrusted.available(), elementsLeft);
        Document ended = new Document(
                begun.name(),
                begun.partOf(),
                begun.mediaType(),
                begun.size(),
                begun.sha256(),
                what,
                reason,
                elements.elements());
        boolean empty = ended.elements().isEmpty();
        if (what == Disposition.READ
                ? !reason.isEmpty()
                : !Reason.isOne(reason) || what == Disposition.REFUSED && !empty) {
            throw new IOException("a disposition at odds with itself");
        }
        elementsLeft = elements.left();
        parts.add(ended);
        open = null;
    }

    private void substance(DataInputStream untrusted) throws IOException {
        int count = untrusted.readInt();
        if (substance != null || count < 0 || count > limits.parts().parts() + 1) {
            throw new IOException("more substance than parts");
        }
        List<Sha256> digests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            digests.add(digest(untrusted));
        }
        substance = digests;
    }

    private void page(DataInputStream untrusted) throws IOException {
        int page = untrusted.readInt();
        double width = untrusted.readDouble();
        double height = untrusted.readDouble();
        byte[] png = untrusted.readAllBytes();
        List<PagePicture> drawn = pages.computeIfAbsent(parts.size() - 1, part -> new ArrayList<>());
        if (!wantsPages || open != null || parts.isEmpty() || page != drawn.size() + 1) {
            throw new IOException("a picture out of turn");
        }
        if (!isMeasure(width) || !isMeasure(height) || !PagePictures.isPng(png)) {
            throw new IOException("a picture of nothing");
        }
        drawn.add(new PagePicture(page, width, height, Bytes.of(png)));
    }

    private static boolean isMeasure(double length) {
        return length > 0 && length <= PagePictures.LONGEST_SIDE;
    }

    private static Sha256 digest(DataInputStream untrusted) throws IOException {
        try {
            return Sha256.parse(Wire.readText(untrusted, 64));
        } catch (IllegalArgumentException e) {
            throw new IOException("not a digest", e);
        }
    }
}
