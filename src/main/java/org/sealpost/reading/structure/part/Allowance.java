package org.sealpost.reading.structure.part;

/** How much of a part may still be laid before it is told: so that a reader fails early, not when its memory is full. */
public final class Allowance {
    private final PartLimits limits;
    private int pieces;
    private long characters;

    public Allowance(PartLimits limits) {
        this.limits = limits;
    }

    PartLimits limits() {
        return limits;
    }

    /** One paragraph, cell or field. */
    public void piece() throws NotReadException {
        // Empty cells and paragraphs may vanish again; hence twice.
        if (++pieces > 2L * limits.elements()) {
            throw tooLarge();
        }
    }

    public void characters(int more) throws NotReadException {
        characters += more;
        if (characters > limits.characters()) {
            throw tooLarge();
        }
    }

    private static NotReadException tooLarge() {
        return NotReadException.opaque("reading-too-large", "There is more in it than a reading may hold.");
    }
}
