package io.lintel.schedule.ics;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.schedule.Holiday;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Works holidays that Outlook, Google and Apple write as rules of days, weeks and months with an end. */
class EndingSeriesTest {

    private static CalendarImport read(String first, String... lines) {
        return CalendarFile.read(
                ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Fair\nDTSTART;VALUE=DATE:" + first + "\n"
                                + String.join("\n", lines) + "\nEND:VEVENT\nEND:VCALENDAR\n")
                        .getBytes(StandardCharsets.UTF_8),
                LocalDate.of(2026, 11, 20),
                ZoneId.of("Europe/Berlin"));
    }

    private static String days(CalendarImport calendar) {
        return calendar.holidays().stream()
                .map(Holiday::first)
                .map(LocalDate::toString)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20270301 | FREQ=DAILY;COUNT=3 | 2027-03-01 2027-03-02 2027-03-03",
                "20270301 | FREQ=DAILY;UNTIL=20270305;INTERVAL=2 | 2027-03-01 2027-03-03 2027-03-05",
                "20270304 | FREQ=DAILY;COUNT=3;BYDAY=MO,TU,WE,TH,FR | 2027-03-04 2027-03-05 2027-03-08",
                "20270806 | FREQ=WEEKLY;UNTIL=20270820T215959Z;BYDAY=FR | 2027-08-06 2027-08-13 2027-08-20",
                "20270806 | FREQ=WEEKLY;COUNT=2 | 2027-08-06 2027-08-13",
                "20270805 | FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=4;BYDAY=TH,FR | 2027-08-05 2027-08-06 2027-08-19 2027-08-20",
                "20270301 | FREQ=MONTHLY;COUNT=3 | 2027-03-01 2027-04-01 2027-05-01",
                "20270331 | FREQ=MONTHLY;COUNT=2 | 2027-03-31 2027-05-31",
                "20270305 | FREQ=MONTHLY;COUNT=2;BYDAY=1FR | 2027-03-05 2027-04-02",
                "20270326 | FREQ=MONTHLY;COUNT=2;BYDAY=FR;BYSETPOS=-1 | 2027-03-26 2027-04-30",
                "20270331 | FREQ=MONTHLY;COUNT=2;BYMONTHDAY=-1 | 2027-03-31 2027-04-30",
            })
    void aFewDaysWeeksOrMonthsAreHolidaysUntilTheirEnd(String first, String rule, String expected) {
        assertThat(days(read(first, "RRULE:" + rule))).isEqualTo(expected);
    }

    @Test
    void aDayThatIsTakenOutOfTheSeriesIsNoHoliday() {
        assertThat(days(read("20270301", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20270302")))
                .isEqualTo("2027-03-01 2027-03-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=-1",
                "FREQ=DAILY;COUNT=40",
                "FREQ=WEEKLY;UNTIL=20280301",
                "FREQ=WEEKLY;COUNT=3;BYDAY=2FR",
                "FREQ=WEEKLY;COUNT=3;BYDAY=TU",
                "FREQ=WEEKLY;COUNT=3;WKST=XX",
                "FREQ=DAILY;COUNT=3;INTERVAL=0",
                "FREQ=DAILY;COUNT=3;BYHOUR=9",
                "FREQ=HOURLY;COUNT=3",
            })
    void aHabitAndWhatIsNotUnderstoodAreLeftOut(String rule) {
        CalendarImport calendar = read("20270301", "RRULE:" + rule);

        assertThat(calendar.holidays()).isEmpty();
        assertThat(calendar.skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.why()).contains("rule is not understood"));
    }

    @Test
    void aNameInQuotedPrintableIsDecoded() {
        CalendarImport calendar = CalendarFile.read(
                """
                        BEGIN:VCALENDAR
                        VERSION:1.0
                        BEGIN:VEVENT
                        SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=B6=C3=9Fe=3D1
                        DTSTART:20270301T000000
                        DTEND:20270302T000000
                        END:VEVENT
                        END:VCALENDAR
                        """.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 20), ZoneId.of("Europe/Berlin"));

        assertThat(calendar.holidays())
                .singleElement()
                .satisfies(holiday -> assertThat(holiday.name().toString()).isEqualTo("Größe=1"));
    }

    @Test
    void aCalendarWithoutEventsIsEmptyAndNotLeftOut() {
        CalendarImport calendar = CalendarFile.read(
                "BEGIN:VCALENDAR\nEND:VCALENDAR\n".getBytes(StandardCharsets.UTF_8),
                LocalDate.of(2026, 11, 20),
                ZoneId.of("Europe/Berlin"));

        assertThat(calendar.isEmpty()).isTrue();
        assertThat(read("20270301").isEmpty()).isFalse();
    }
}
