package io.lintel.wiring;

import io.lintel.appliance.ComponentStatus;
import io.lintel.service.CalendarSubscription;
import io.lintel.system.LintelException;
import io.lintel.system.Recurring;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Fetches the calendar of holidays, and says how that went. Without an address it does nothing. */
final class CalendarComponent extends BackgroundComponent {

    private static final String NAME = "calendar";
    private static final Duration REST = Duration.ofMinutes(1);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CalendarSubscription.Followed followed;
    private final ZoneId zone;

    CalendarComponent(CalendarSubscription.Followed followed, ZoneId zone) {
        super(NAME);
        this.followed = followed;
        this.zone = zone;
    }

    @Override
    Recurring begin() {
        return Recurring.start(
                "holiday-calendar", REST, () -> followed.subscription().ifPresent(CalendarSubscription::refreshIfDue));
    }

    @Override
    public Optional<ComponentStatus> status() {
        return followed.subscription().map(calendar -> status(calendar.state()));
    }

    private ComponentStatus status(CalendarSubscription.State state) {
        LintelException failure = state.failure();
        if (failure != null) {
            return ComponentStatus.warning(NAME, String.valueOf(failure.getMessage()), failure.remedy());
        }
        Instant fetched = state.fetched();
        return ComponentStatus.good(
                NAME,
                fetched == null
                        ? "the calendar is being fetched"
                        : state.days() + " holidays, fetched at " + WHEN.format(fetched.atZone(zone)));
    }
}
