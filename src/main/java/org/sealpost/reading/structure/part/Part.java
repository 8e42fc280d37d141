package org.sealpost.reading.structure.part;

/** One part while it is open. The array is nobody's to write to. */
public record Part(String name, String mediaType, byte[] bytes) {
    @Override
    public String toString() {
        return "a part of " + bytes.length + " bytes";
    }
}
