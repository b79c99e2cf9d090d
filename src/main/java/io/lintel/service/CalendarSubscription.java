package io.lintel.service;

import io.lintel.system.LintelException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the holidays of a calendar up to date: fetched at the start, then once a day, after a failure once an hour. What was fetched last and is good
 * stays, whatever happens afterwards. Thread-safe.
 */
public final class CalendarSubscription {

    static final Duration EVERY = Duration.ofDays(1);
    static final Duration AGAIN = Duration.ofHours(1);

    private static final String ACTOR = "calendar";

    /**
     * How it stands.
     *
     * @param fetched when it was fetched last and was good; null: not since the start
     * @param days how many holidays it held then
     * @param failure why it could not be used the last time; null when it could
     */
    public record State(
            @Nullable Instant fetched, int days, @Nullable LintelException failure) {}

    private final String host;
    private final Supplier<byte[]> source;
    private final HolidayService holidays;
    private final InstantSource clock;
    private volatile State state = new State(null, 0, null);
    private Instant due = Instant.MIN;

    /** @param source fetches the file, or throws a {@link LintelException} */
    public CalendarSubscription(String host, Supplier<byte[]> source, HolidayService holidays, InstantSource clock) {
        this.host = host;
        this.source = source;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** Whose calendar it is. */
    public String host() {
        return host;
    }

    public State state() {
        return state;
    }

    /** Fetches it if its time has come. @throws LintelException if it cannot be fetched or used */
    public synchronized void refreshIfDue() {
        if (!clock.instant().isBefore(due)) {
            refresh(ACTOR);
        }
    }

    /** Fetches it now. @return how many days are new @throws LintelException if it cannot be fetched or used */
    public synchronized int refresh(String actor) {
        Instant now = clock.instant();
        due = now.plus(AGAIN);
        try {
            HolidayService.Imported done = holidays.followCalendar(actor, source.get());
            state = new State(now, done.found().holidays().size(), null);
            due = now.plus(EVERY);
            return done.added().size();
        } catch (LintelException e) {
            state = new State(state.fetched(), state.days(), e);
            throw e;
        }
    }

    /** What the settings name now. Thread-safe. */
    public static final class Followed {

        private volatile Optional<CalendarSubscription> subscription = Optional.empty();

        /** Empty where no calendar is followed. */
        public Optional<CalendarSubscription> subscription() {
            return subscription;
        }

        /** Another one, or none, from now on. */
        public void follow(Optional<CalendarSubscription> other) {
            subscription = other;
        }
    }
}
