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
    record Inner(String name, String declaredType, byte[] bytes) {}

    private final Budget budget;
    private final List<Element> elements = new ArrayList<>();
    private final List<Inner> inners = new ArrayList<>();
    private @Nullable List<Sha256> substance;

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

    /** A part that lies in this one. */
    void inner(String name, String declaredType, byte[] bytes) {
        inners.add(new Inner(name, declaredType, bytes));
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

    /** For a container that is all or nothing. */
    void forgetInners() {
        inners.clear();
    }

    /** One more part inside; refused beyond the limit. */
    void countInner() throws NotReadException {
        budget.spendPart();
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
