package io.lintel.json;

import io.lintel.schedule.Period;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.WeeklySchedule;
import io.lintel.service.ScheduleService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule, in the REST API and in the answers of commands.
 *
 * @param periods such as {@code Mon-Fri 08:00-18:00} or {@code holidays 10:00-14:00}
 * @param openNow whether it allows now
 * @param until when that changes; null: not within a year
 */
@RegisterForReflection
public record ScheduleJson(
        long id,
        String name,
        boolean builtIn,
        List<String> periods,
        boolean ignoresHolidays,
        boolean openNow,
        @Nullable Instant until) {

    public static ScheduleJson of(Schedule schedule, ScheduleService service) {
        WeeklySchedule.State state = service.state(schedule);
        return new ScheduleJson(
                schedule.id().value(),
                schedule.name().value(),
                schedule.builtIn(),
                schedule.periods().stream().map(Period::toString).toList(),
                schedule.ignoresHolidays(),
                state.open(),
                state.until());
    }
}
