package io.lintel.admin.schedule;

import io.lintel.schedule.Period;
import io.lintel.schedule.Schedule;
import io.quarkus.qute.TemplateData;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A week as bars that read at a glance: one a day, and one for holidays. */
@TemplateData
public record WeekPicture(List<Bar> bars) {

    private static final int DAY = 1440;
    private static final List<String> NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    /** @param note instead of blocks; empty when the blocks say it */
    @TemplateData
    public record Bar(String day, List<Block> blocks, String note) {}

    /** In minutes of the day. */
    @TemplateData
    public record Block(int from, int width) {}

    static WeekPicture of(Schedule schedule) {
        List<Bar> bars = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            bars.add(new Bar(
                    NAMES.get(day.ordinal()),
                    blocks(
                            schedule,
                            period -> period.days().contains(day),
                            period -> period.days().contains(day.minus(1))),
                    ""));
        }
        bars.add(new Bar(
                "Holiday",
                schedule.ignoresHolidays() ? List.of() : blocks(schedule, Period::onHolidays, period -> false),
                schedule.ignoresHolidays() ? "as any day" : ""));
        return new WeekPicture(bars);
    }

    private static List<Block> blocks(Schedule schedule, Predicate<Period> today, Predicate<Period> yesterday) {
        List<Block> blocks = new ArrayList<>();
        for (Period period : schedule.periods()) {
            int from = minute(period.time().from());
            int to = minute(period.time().to());
            boolean overMidnight = to <= from;
            if (today.test(period)) {
                blocks.add(new Block(from, (overMidnight ? DAY : to) - from));
            }
            if (overMidnight && to > 0 && yesterday.test(period)) {
                blocks.add(new Block(0, to));
            }
        }
        return blocks;
    }

    private static int minute(java.time.LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
