package io.lintel.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a backup is due: once a day at a time, or as soon as the box runs again after it has missed that.
 *
 * @param at by the site's clock
 */
public record BackupSchedule(LocalTime at, ZoneId zone) {

    /** So many days without a backup are a fault that somebody must hear of. */
    private static final Duration OVERDUE = Duration.ofDays(2);

    /** @param newest when the newest backup was made; {@link Instant#MIN} without one */
    public boolean isDue(Instant newest, Instant now) {
        return newest.isBefore(lastTime(now));
    }

    public boolean isOverdue(Instant newest, Instant now) {
        return newest.isBefore(now.minus(OVERDUE));
    }

    private Instant lastTime(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime today = here.toLocalDate().atTime(at).atZone(zone);
        return (today.isAfter(here) ? here.toLocalDate().minusDays(1).atTime(at).atZone(zone) : today).toInstant();
    }
}
