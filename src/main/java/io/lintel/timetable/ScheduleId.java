package io.lintel.timetable;

/** Number of a schedule; never given twice. */
public record ScheduleId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
