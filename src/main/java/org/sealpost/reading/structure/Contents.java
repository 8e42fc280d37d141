package org.sealpost.reading.structure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.submission.Sha256;

/** What is found in one part, held to the original's budget while it is found. */
final class Contents {
    /** A part found inside, not yet looked at. */
    sealed interface Inner {
        String name();
    }

    /** One whose bytes were taken out. */
    record Taken(String name, String declaredType, byte[] bytes) implements Inner {}

    /** One whose bytes were not. */
    record Left(String name, NotReadException why) implements Inner {}

    /** Gives the bytes of a part inside. */
    @FunctionalInterface
    interface Source {
        byte[] bytes() throws Exception;
    }

    private final Budget budget;
    private final List<Element> elements = new ArrayList<>();
    private final List<Inner> inners = new ArrayList<>();
    private @Nullable List<Sha256> substance;
    private @Nullable NotReadException incomplete;

    Contents(Budget budget) {
        this.budget = budget;
    }

    void add(Element element) throws NotReadException {
        budget.spend(element);
        elements.add(element);
    }

    void addAll(List<? extends Element> more) throws NotReadException {
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
    byte @Nullable [] inner(String name, String declaredType, Source source) throws NotReadException {
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
    void lacks(NotReadException why) {
        if (incomplete == null) {
            incomplete = why;
        }
    }

    /** @throws NotReadException the first reason for which something of it was left */
    void whole() throws NotReadException {
        if (incomplete != null) {
            throw incomplete;
        }
    }

    /** Unpacks what lies inside, no further than the budget allows. */
    byte[] unpack(InputStream packed) throws IOException, NotReadException {
        return unpack(packed, Long.MAX_VALUE);
    }

    /** @param most how many bytes it may be at most, whatever the budget allows */
    byte[] unpack(InputStream packed, long most) throws IOException, NotReadException {
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
    void leaveAll(NotReadException why) {
        inners.replaceAll(inner -> inner instanceof Left ? inner : new Left(inner.name(), why));
    }

    Budget budget() {
        return budget;
    }

    /** For an e-mail: what the sender meant to send. */
    void substance(List<Sha256> digests) {
        substance = List.copyOf(digests);
    }

    List<Element> elements() {
        return elements;
    }

    List<Inner> inners() {
        return inners;
    }

    @Nullable List<Sha256> substance() {
        return substance;
    }
}
