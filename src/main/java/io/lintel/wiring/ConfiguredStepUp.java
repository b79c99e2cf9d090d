package io.lintel.wiring;

import io.lintel.access.StepUpPolicy;
import io.lintel.access.challenge.ChallengeWhen;
import io.lintel.config.LintelConfig;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.HolidayCalendar;
import io.lintel.schedule.Period;
import io.lintel.schedule.WeeklySchedule;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Additional checks that the settings ask for, by the wall clock. An implausible time counts as outside of any hours. */
final class ConfiguredStepUp implements StepUpPolicy {

    private final Supplier<LintelConfig> config;
    private final Supplier<LintelConfig.Challenge> challenge;
    private final Predicate<PersonId> hasPin;
    private final Supplier<HolidayCalendar> holidays;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param config in force @param challenge the one in force; both asked at each decision: settings change, and a door screen may connect meanwhile */
    ConfiguredStepUp(
            Supplier<LintelConfig> config,
            Supplier<LintelConfig.Challenge> challenge,
            Predicate<PersonId> hasPin,
            Supplier<HolidayCalendar> holidays,
            InstantSource clock,
            ZoneId zone) {
        this.config = config;
        this.challenge = challenge;
        this.hasPin = hasPin;
        this.holidays = holidays;
        this.clock = clock;
        this.zone = zone;
    }

    static Optional<WeeklySchedule> hours(Optional<String> text) {
        return text.filter(each -> !each.isBlank())
                .map(each -> new WeeklySchedule("hours", Period.parseList(each), false));
    }

    @Override
    public ChallengeWhen challenge() {
        return switch (challenge.get()) {
            case NEVER -> ChallengeWhen.NEVER;
            case WHEN_UNSURE -> ChallengeWhen.WHEN_UNSURE;
            case ALWAYS -> ChallengeWhen.ALWAYS;
            case OUTSIDE_HOURS ->
                isWithin(config.get().liveness().challengeHours()) ? ChallengeWhen.WHEN_UNSURE : ChallengeWhen.ALWAYS;
        };
    }

    @Override
    public boolean needsPin(PersonId person) {
        return switch (config.get().pin().mode()) {
            case PER_PERSON -> hasPin.test(person);
            case ALWAYS -> true;
            case OUTSIDE_HOURS -> !isWithin(config.get().pin().hours());
        };
    }

    private boolean isWithin(Optional<String> hours) {
        return hours(hours)
                .map(each -> each.allows(clock.instant(), zone, holidays.get()))
                .orElse(false);
    }
}
