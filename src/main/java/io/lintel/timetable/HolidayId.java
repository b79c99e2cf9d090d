package io.lintel.timetable;

/** Number of a holiday; never given twice. */
public record HolidayId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
