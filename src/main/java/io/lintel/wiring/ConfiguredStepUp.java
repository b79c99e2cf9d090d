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

    private final LintelConfig config;
    private final Supplier<LintelConfig.Challenge> challenge;
    private final Optional<WeeklySchedule> challengeHours;
    private final Optional<WeeklySchedule> pinHours;
    private final Predicate<PersonId> hasPin;
    private final Supplier<HolidayCalendar> holidays;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param challenge the one in force, asked at each decision: a door screen may connect meanwhile */
    ConfiguredStepUp(
            LintelConfig config,
            Supplier<LintelConfig.Challenge> challenge,
            Predicate<PersonId> hasPin,
            Supplier<HolidayCalendar> holidays,
            InstantSource clock,
            ZoneId zone) {
        this.config = config;
        this.challenge = challenge;
        this.challengeHours = hours(config.liveness().challengeHours());
        this.pinHours = hours(config.pin().hours());
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
            case OUTSIDE_HOURS -> isWithin(challengeHours) ? ChallengeWhen.WHEN_UNSURE : ChallengeWhen.ALWAYS;
        };
    }

    @Override
    public boolean needsPin(PersonId person) {
        return switch (config.pin().mode()) {
            case PER_PERSON -> hasPin.test(person);
            case ALWAYS -> true;
            case OUTSIDE_HOURS -> !isWithin(pinHours);
        };
    }

    private boolean isWithin(Optional<WeeklySchedule> hours) {
        return hours.map(each -> each.allows(clock.instant(), zone, holidays.get()))
                .orElse(false);
    }
}
