package io.lintel.schedule.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.schedule.ScheduleFormatException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void wholeDaysAreHolidaysAndTheEndIsExclusive() {
        CalendarImport found = read("""
                BEGIN:VEVENT
                UID:1
                DTSTART;VALUE=DATE:20261225
                DTEND;VALUE=DATE:20261227
                SUMMARY:Christmas\\, both
                  days
                BEGIN:VALARM
                SUMMARY:wake up
                END:VALARM
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270101
                SUMMARY;LANGUAGE=en:New Year
                END:VEVENT
                """);

        assertThat(found.skipped()).isEmpty();
        assertThat(found.holidays())
                .extracting(Object::toString)
                .containsExactly(
                        "Holiday[name=Christmas, both days, first=2026-12-25, last=2026-12-26, everyYear=false]",
                        "Holiday[name=New Year, first=2027-01-01, last=2027-01-01, everyYear=false]");
    }

    @Test
    void aYearlyEventIsOfEveryYear() {
        CalendarImport found = read("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20001003
                RRULE:FREQ=YEARLY
                SUMMARY:Unity Day
                END:VEVENT
                """);

        assertThat(found.holidays().getFirst().everyYear()).isTrue();
    }

    @Test
    void theFourthThursdayOfNovemberIsWrittenOut() {
        CalendarImport found = read("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20001123
                RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
                EXDATE;VALUE=DATE:20271125
                SUMMARY:Thanksgiving
                END:VEVENT
                """);

        assertThat(found.holidays().getFirst().first()).isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(found.holidays().get(1).first()).isEqualTo(LocalDate.of(2028, 11, 23));
        assertThat(found.holidays()).noneMatch(holiday -> holiday.everyYear());
    }

    @Test
    void anEndOfTheRuleIsKept() {
        CalendarImport found = read("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20250601
                RRULE:FREQ=YEARLY;UNTIL=20280601
                SUMMARY:Feast
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20250701
                RRULE:FREQ=YEARLY;COUNT=3
                SUMMARY:Other feast
                END:VEVENT
                """);

        assertThat(found.holidays())
                .extracting(holiday -> holiday.first().toString())
                .containsExactly("2027-06-01", "2028-06-01", "2027-07-01");
    }

    @Test
    void whatIsNoHolidayIsLeftOutWithTheReason() {
        CalendarImport found = read("""
                BEGIN:VEVENT
                DTSTART;TZID=Europe/Berlin:20261201T100000
                DTEND;TZID=Europe/Berlin:20261201T110000
                SUMMARY:Meeting
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261202
                STATUS:CANCELLED
                SUMMARY:Off
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20200101
                SUMMARY:Past
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261203
                RRULE:FREQ=WEEKLY
                SUMMARY:Weekly
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20269999
                SUMMARY:Nonsense
                END:VEVENT
                """);

        assertThat(found.holidays()).isEmpty();
        assertThat(found.skipped())
                .extracting(CalendarImport.Skipped::event)
                .containsExactly("Meeting", "Off", "Past", "Weekly", "Nonsense");
    }

    @Test
    void anotherKindOfFileIsRefused() {
        assertThatThrownBy(() -> CalendarFile.read("%PDF-1.4".getBytes(StandardCharsets.UTF_8), TODAY, BERLIN))
                .isInstanceOf(ScheduleFormatException.class);
        assertThatThrownBy(() -> CalendarFile.read(new byte[CalendarFile.LARGEST_BYTES + 1], TODAY, BERLIN))
                .hasMessageContaining("larger");
        assertThatThrownBy(() -> read("BEGIN:VEVENT\nEND:VEVENT\n".repeat(6000)))
                .hasMessageContaining("5000");
    }

    private static CalendarImport read(String events) {
        String file = "BEGIN:VCALENDAR\nVERSION:2.0\n" + events + "END:VCALENDAR\n";
        return CalendarFile.read(file.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), TODAY, BERLIN);
    }
}
