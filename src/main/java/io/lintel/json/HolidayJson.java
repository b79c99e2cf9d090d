package io.lintel.json;

import io.lintel.schedule.Holiday;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/** A holiday, in the REST API and in the answers of commands. @param last included */
@RegisterForReflection
public record HolidayJson(long id, String name, LocalDate first, LocalDate last, boolean everyYear) {

    public static HolidayJson of(Holiday.Stored stored) {
        Holiday holiday = stored.holiday();
        return new HolidayJson(
                stored.id().value(), holiday.name().value(), holiday.first(), holiday.last(), holiday.everyYear());
    }
}
