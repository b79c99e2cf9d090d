package io.lintel.access.schedule;

import java.util.List;

/** What a schedule does on a holiday. */
public sealed interface HolidayRule {

    HolidayRule CLOSED = new Own(List.of());

    HolidayRule AS_USUAL = new AsUsual();

    /** Holidays do not matter: the day of the week counts. */
    record AsUsual() implements HolidayRule {}

    /** Periods that replace the week's. @param periods empty: closed */
    record Own(List<DayPeriod> periods) implements HolidayRule {
        public Own {
            periods = List.copyOf(periods);
        }
    }
}
