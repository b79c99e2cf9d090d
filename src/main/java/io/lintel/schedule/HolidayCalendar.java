package io.lintel.schedule;

import java.time.LocalDate;
import java.util.List;

/** The holidays of one site. Immutable. */
public record HolidayCalendar(List<Holiday> holidays) {

    public static final HolidayCalendar NONE = new HolidayCalendar(List.of());

    public HolidayCalendar {
        holidays = List.copyOf(holidays);
    }

    public boolean isHoliday(LocalDate day) {
        return holidays.stream().anyMatch(holiday -> holiday.contains(day));
    }
}
