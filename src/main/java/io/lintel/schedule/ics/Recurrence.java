package io.lintel.schedule.ics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The days of a series of holidays. */
sealed interface Recurrence permits RecurrenceRule, EndingSeries {

    /** Whether it is the same day of every year, for ever. */
    boolean isSameDayOfEveryYear();

    /** The first days of all occurrences up to some years ahead. */
    List<LocalDate> occurrences(LocalDate today);

    /** @return empty when it is no rule that holidays have */
    static Optional<Recurrence> parse(String text, LocalDate first, ZoneId site) {
        return RecurrenceRule.parse(text, first, site)
                .<Recurrence>map(yearly -> yearly)
                .or(() -> EndingSeries.parse(text, first, site));
    }
}
