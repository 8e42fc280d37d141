package org.sealpost.reading.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.PagePicture;
import org.sealpost.reading.structure.part.Findings;
import org.sealpost.submission.Sha256;

/** The worker's side: every finding at once onto the pipe. */
final class FindingsWriter implements Findings {
    /** Writes one frame's body. */
    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private final DataOutputStream pipe;
    private final boolean wantsPages;

    FindingsWriter(DataOutputStream pipe, boolean wantsPages) {
        this.pipe = pipe;
        this.wantsPages = wantsPages;
    }

    @Override
    public boolean wantsPages() {
        return wantsPages;
    }

    @Override
    public void begins(String name, int partOf, String mediaType, long size, Sha256 digest) {
        frame(Wire.BEGINS, out -> {
            Wire.writeText(out, name);
            out.writeInt(partOf);
            Wire.writeText(out, mediaType);
            out.writeLong(size);
            Wire.writeText(out, digest.toString());
        });
    }

    @Override
    public void ends(Disposition disposition, String reason, List<Element> elements) {
        frame(Wire.ENDS, out -> {
            out.writeByte(disposition.ordinal());
            Wire.writeText(out, reason);
            new ElementWriter(out).write(elements);
        });
    }

    @Override
    public void named(String name, int partOf, Disposition disposition, String reason) {
        frame(Wire.NAMED, out -> {
            Wire.writeText(out, name);
            out.writeInt(partOf);
            out.writeByte(disposition.ordinal());
            Wire.writeText(out, reason);
        });
    }

    @Override
    public void page(PagePicture picture) {
        frame(Wire.PAGE, out -> {
            out.writeInt(picture.page());
            out.writeDouble(picture.width());
            out.writeDouble(picture.height());
            out.write(picture.png().array());
        });
    }

    @Override
    public void substance(List<Sha256> digests) {
        frame(Wire.SUBSTANCE, out -> {
            out.writeInt(digests.size());
            for (Sha256 digest : digests) {
                Wire.writeText(out, digest.toString());
            }
        });
    }

    /** The original is done. */
    void done() {
        frame(Wire.DONE, out -> {});
    }

    /** The worker can begin. */
    void ready() {
        frame(Wire.READY, out -> {});
    }

    private void frame(byte kind, Body body) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            body.write(new DataOutputStream(bytes));
            pipe.writeByte(kind);
            pipe.writeInt(bytes.size());
            bytes.writeTo(pipe);
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
