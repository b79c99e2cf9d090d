package io.lintel.gallery;

/** A person's number in the gallery; never given twice. */
public record PersonId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
