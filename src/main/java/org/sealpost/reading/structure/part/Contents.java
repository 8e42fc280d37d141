package org.sealpost.reading.structure.part;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.submission.Sha256;

/** What is found in one part, held to the original's budget while it is found. */
public final class Contents {
    /** A part found inside, not yet looked at. */
    public sealed interface Inner {
        String name();
    }

    /** One whose bytes were taken out. */
    public record Taken(String name, String declaredType, byte[] bytes) implements Inner {}

    /** One whose bytes were not. */
    public record Left(String name, NotReadException why) implements Inner {}

    /** Gives the bytes of a part inside. */
    @FunctionalInterface
    public interface Source {
        byte[] bytes() throws Exception;
    }

    private final Budget budget;
    private final List<Element> elements = new ArrayList<>();
    private final List<Inner> inners = new ArrayList<>();
    private @Nullable List<Sha256> substance;
    private @Nullable NotReadException incomplete;

    public Contents(Budget budget) {
        this.budget = budget;
    }

    public void add(Element element) throws NotReadException {
        budget.spend(element);
        elements.add(element);
    }

    public void addAll(List<? extends Element> more) throws NotReadException {
        for (Element element : more) {
            add(element);
        }
    }

    /**
     * A part that lies in this one. Where its bytes cannot be had it is listed without them, and this part is then not
     * called read.
     *
     * @return its bytes, null where they cannot be had
     * @throws NotReadException beyond the limit of parts
     */
    public byte @Nullable [] inner(String name, String declaredType, Source source) throws NotReadException {
        budget.spendPart();
        try {
            byte[] bytes = source.bytes();
            inners.add(new Taken(name, declaredType, bytes));
            return bytes;
        } catch (NotReadException e) {
            leave(name, e);
        } catch (Exception e) {
            leave(name, NotReadException.opaque("reading-failed", "It is damaged, or not what it seems to be."));
        }
        return null;
    }

    private void leave(String name, NotReadException why) {
        inners.add(new Left(name, why));
        lacks(why);
    }

    /** A piece of it could not be read; what was read of it stands, and it is not called read. */
    public void lacks(NotReadException why) {
        if (incomplete == null) {
            incomplete = why;
        }
    }

    /** @throws NotReadException the first reason for which something of it was left */
    public void whole() throws NotReadException {
        if (incomplete != null) {
            throw incomplete;
        }
    }

    /** Unpacks what lies inside, no further than the budget allows. */
    public byte[] unpack(InputStream packed) throws IOException, NotReadException {
        return unpack(packed, Long.MAX_VALUE);
    }

    /** @param most how many bytes it may be at most, whatever the budget allows */
    public byte[] unpack(InputStream packed, long most) throws IOException, NotReadException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = packed.read(buffer); n >= 0; n = packed.read(buffer)) {
            budget.spendBytes(n);
            out.write(buffer, 0, n);
            if (out.size() > most) {
                throw NotReadException.refused(
                        "unpacks-too-far", "It unpacks to far more than its size, as an archive made to do harm does.");
            }
        }
        return out.toByteArray();
    }

    /** For a container that is all or nothing: the parts are named and none is opened. */
    public void leaveAll(NotReadException why) {
        inners.replaceAll(inner -> inner instanceof Left ? inner : new Left(inner.name(), why));
    }

    public Budget budget() {
        return budget;
    }

    /** For an e-mail: what the sender meant to send. */
    public void substance(List<Sha256> digests) {
        substance = List.copyOf(digests);
    }

    public List<Element> elements() {
        return elements;
    }

    public List<Inner> inners() {
        return inners;
    }

    public @Nullable List<Sha256> substance() {
        return substance;
    }
}
