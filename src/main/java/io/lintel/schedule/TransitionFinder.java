package io.lintel.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the moments at which a schedule's answer changes. It can only do so where a period starts or ends and where the clocks
 * change, so only these moments are asked.
 */
final class TransitionFinder {

    /** Longer than a year: a schedule may open on one holiday of each year only. */
    private static final int DAYS_AHEAD = 400;

    private static final Duration BACK = Duration.ofDays(14);

    private final WeeklySchedule schedule;
    private final ZoneId zone;
    private final HolidayCalendar calendar;

    TransitionFinder(WeeklySchedule schedule, ZoneId zone, HolidayCalendar calendar) {
        this.schedule = schedule;
        this.zone = zone;
        this.calendar = calendar;
    }

    /** The first moment after now at which the schedule's answer turns into the one wanted. */
    Optional<Instant> next(Instant now, boolean wanted) {
        LocalDate today = now.atZone(zone).toLocalDate();
        boolean state = allows(now);
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            for (Instant moment : moments(today.plusDays(ahead))) {
                if (moment.isAfter(now)) {
                    boolean then = allows(moment);
                    if (then == wanted && state != wanted) {
                        return Optional.of(moment);
                    }
                    state = then;
                }
            }
        }
        return Optional.empty();
    }

    Instant spanStart(Instant now) {
        Instant earliest = now.minus(BACK).truncatedTo(ChronoUnit.HOURS);
        LocalDate today = now.atZone(zone).toLocalDate();
        for (LocalDate day = today; !day.isBefore(earliest.atZone(zone).toLocalDate()); day = day.minusDays(1)) {
            for (Instant moment : moments(day).descendingSet()) {
                if (!moment.isAfter(now) && allows(moment) && !allows(moment.minusNanos(1))) {
                    return moment;
                }
            }
        }
        return earliest;
    }

    private boolean allows(Instant moment) {
        return schedule.allows(moment, zone, calendar);
    }

    /** Of one day, in order: where periods start or end, and changes of the clocks. */
    private NavigableSet<Instant> moments(LocalDate day) {
        NavigableSet<Instant> moments = new TreeSet<>();
        for (TimeRange range : schedule.startingOn(day, calendar)) {
            add(moments, day, range.from());
            if (!range.runsOverMidnight()) {
                add(moments, day, range.to());
            }
        }
        for (TimeRange range : schedule.startingOn(day.minusDays(1), calendar)) {
            if (range.runsOverMidnight()) {
                add(moments, day, range.to());
            }
        }
        Instant begin = day.atStartOfDay(zone).toInstant();
        ZoneOffsetTransition change = zone.getRules().nextTransition(begin.minusNanos(1));
        if (change != null
                && change.getInstant()
                        .isBefore(day.plusDays(1).atStartOfDay(zone).toInstant())) {
            moments.add(change.getInstant());
        }
        return moments;
    }

    /** A time that the clocks skip has no moment, one that they repeat has two. */
    private void add(NavigableSet<Instant> moments, LocalDate day, LocalTime time) {
        LocalDateTime local = LocalDateTime.of(day, time);
        for (ZoneOffset offset : zone.getRules().getValidOffsets(local)) {
            moments.add(local.toInstant(offset));
        }
    }
}
