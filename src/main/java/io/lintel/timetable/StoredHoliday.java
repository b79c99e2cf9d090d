package io.lintel.timetable;

import io.lintel.access.schedule.Holiday;

/** A holiday in the calendar. Immutable. */
public record StoredHoliday(HolidayId id, HolidayDraft days) {

    public Holiday rule() {
        return new Holiday(days.name().value(), days.first(), days.last(), days.everyYear());
    }
}
