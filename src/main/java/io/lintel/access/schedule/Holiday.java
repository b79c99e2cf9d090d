package io.lintel.access.schedule;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * Days on which the week's periods do not count.
 *
 * @param first first day
 * @param last last day, included; not before the first
 * @param everyYear whether the same days of each year are meant; such a stretch is shorter than a year and may run over
 *     New Year
 */
public record Holiday(String name, LocalDate first, LocalDate last, boolean everyYear) {

    public Holiday {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("holiday " + name + " ends before it begins");
        }
        if (everyYear && !last.isBefore(first.plusYears(1))) {
            throw new IllegalArgumentException("holiday " + name + " of every year lasts a year or longer");
        }
    }

    public static Holiday on(String name, LocalDate day) {
        return new Holiday(name, day, day, false);
    }

    public boolean contains(LocalDate day) {
        if (!everyYear) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
        MonthDay from = MonthDay.from(first);
        MonthDay to = MonthDay.from(last);
        MonthDay asked = MonthDay.from(day);
        boolean afterFrom = !asked.isBefore(from);
        boolean beforeTo = !asked.isAfter(to);
        return from.isAfter(to) ? afterFrom || beforeTo : afterFrom && beforeTo;
    }
}
