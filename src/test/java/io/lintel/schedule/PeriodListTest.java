package io.lintel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several periods in one text: settings files have contained them from the start, schedules accept them as well. */
class PeriodListTest {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** 2026-11-27 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:00:00Z, true",
        "2026-11-27T17:59:59Z, true",
        "2026-11-27T18:00:00Z, false",
        "2026-11-28T10:00:00Z, true",
        "2026-11-28T13:30:00Z, false",
        "2026-11-29T10:00:00Z, false"
    })
    void hoursOfAWeek(String at, boolean open) {
        assertThat(hours("mon-fri 08:00-18:00, sat 09:00-13:00")
                        .allows(Instant.parse(at), ZoneOffset.UTC, HolidayCalendar.NONE))
                .isEqualTo(open);
    }

    @Test
    void aRunOfDaysMayCrossTheWeekend() {
        assertThat(hours("Sat-Mon 00:00-00:00")
                        .allows(Instant.parse("2026-11-29T23:00:00Z"), ZoneOffset.UTC, HolidayCalendar.NONE))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mon-fri 08:00-18:00, sat 09:00-13:00        | Mon-Fri 08:00-18:00; Sat 09:00-13:00
            weekdays 8:00-18:00; sat,sun 10:00 to 14:00 | Mon-Fri 08:00-18:00; Sat,Sun 10:00-14:00
            mo-fr 08:00-18:00 ,holidays 10:00-12:00     | Mon-Fri 08:00-18:00; holidays 10:00-12:00
            mon 08:00-18:00,                            | Mon 08:00-18:00
            """)
    void aCommaAfterATimeEndsAPeriod(String written, String shown) {
        assertThat(String.join(
                        "; ",
                        Period.parseList(written).stream().map(Period::toString).toList()))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "08:00-18:00",
                "mon 25:00-26:00",
                "foo 08:00-09:00",
                "mon 08:00-18:00, sat",
                ", mon 08:00-18:00",
                "mon 08:00-18:00 sat 09:00-13:00"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Period.parseList(text)).isInstanceOf(ScheduleFormatException.class);
    }

    /** As settings files have them: one day or a run of days with three letters, in upper or lower case, and HH:mm-HH:mm. */
    @Property(tries = 300)
    void whatSettingsFilesContainStaysValid(Generator any) {
        Random random = any.random();
        List<String> texts = new ArrayList<>();
        List<Period> expected = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int first = random.nextInt(7);
            int length = 1 + random.nextInt(7);
            EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (int day = first; day < first + length; day++) {
                days.add(DayOfWeek.of(day % 7 + 1));
            }
            LocalTime from = LocalTime.ofSecondOfDay(60L * random.nextInt(1440));
            LocalTime to = LocalTime.ofSecondOfDay(60L * random.nextInt(1440));
            String run = DAYS.get(first) + (length == 1 ? "" : "-" + DAYS.get((first + length - 1) % 7));
            texts.add((random.nextBoolean() ? run : run.toUpperCase(Locale.ROOT)) + "  " + from + "-" + to);
            expected.add(new Period(days, false, new TimeRange(from, to)));
        }

        assertThat(Period.parseList(String.join(random.nextBoolean() ? "," : " , ", texts)))
                .isEqualTo(expected);
    }

    private static WeeklySchedule hours(String text) {
        return new WeeklySchedule("hours", Period.parseList(text), false);
    }
}
