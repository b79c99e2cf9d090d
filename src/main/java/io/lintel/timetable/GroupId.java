package io.lintel.timetable;

/** Number of a group; never given twice. */
public record GroupId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
