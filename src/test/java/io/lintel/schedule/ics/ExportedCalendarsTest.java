package io.lintel.schedule.ics;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.schedule.Holiday;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports 15 and 16: calendars as Outlook, Exchange, Google and Apple export them. */
class ExportedCalendarsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static CalendarImport read(String events) {
        return CalendarFile.read(file(events).getBytes(StandardCharsets.UTF_8), TODAY, BERLIN);
    }

    private static String file(String events) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\n" + events + "\nEND:VCALENDAR\n").replace("\n", "\r\n");
    }

    private static CalendarImport event(String... lines) {
        return read("BEGIN:VEVENT\nUID:1\nSUMMARY:Day off\n" + String.join("\n", lines) + "\nEND:VEVENT");
    }

    private static boolean isHoliday(CalendarImport calendar, String day) {
        return calendar.holidays().stream().anyMatch(holiday -> holiday.contains(LocalDate.parse(day)));
    }

    private static List<String> days(CalendarImport calendar) {
        return calendar.holidays().stream()
                .map(holiday -> holiday.first() + " to " + holiday.last())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;TZID=\"W. Europe Standard Time\":20261225T000000|DTEND;TZID=\"W. Europe Standard Time\":20261227T000000|X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
                "DTSTART;TZID=W. Europe Standard Time:20261225T000000|DTEND;TZID=W. Europe Standard Time:20261227T000000",
                "DTSTART:20261225T000000|DTEND:20261227T000000",
                "DTSTART;TZID=Europe/Berlin:20261225T000000|DURATION:P2D",
                "DTSTART;TZID=Europe/Berlin:20261225T000000|DURATION:PT48H",
                "DTSTART:20261224T230000Z|DTEND:20261226T230000Z",
                "DTSTART;TZID=Europe/Berlin:20261225T000000|DTEND;TZID=Europe/Berlin:20261226T235959",
                "DTSTART;VALUE=DATE:20261225|DTEND;VALUE=DATE:20261227",
                "DTSTART;VALUE=DATE:20261225|DURATION:P2D",
                "DTSTART:20261225|DTEND:20261227",
            })
    void wholeDaysAreHolidaysHoweverTheyAreWritten(String lines) {
        CalendarImport calendar = event(lines.split("\\|"));

        assertThat(days(calendar)).containsExactly("2026-12-25 to 2026-12-26");
        assertThat(calendar.isMostlyLeftOut()).isFalse();
    }

    @Test
    void aMarkOfOutlooksMakesAMidnightWithoutAnEndADay() {
        assertThat(days(event("DTSTART:20270101T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")))
                .containsExactly("2027-01-01 to 2027-01-01");
        assertThat(days(event("DTSTART:20270101T000000"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART:20261224T080000|DTEND:20261224T170000",
                "DTSTART:20261224T000000|DTEND:20261224T120000",
                "DTSTART:20261224T000000|DURATION:PT36H",
                "DTSTART:20261224T000000Z|DTEND:20261225T000000Z",
            })
    void partsOfADayAreNoHoliday(String lines) {
        CalendarImport calendar = event(lines.split("\\|"));

        assertThat(calendar.holidays()).isEmpty();
        assertThat(calendar.skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.why()).contains("time of the day"));
        assertThat(calendar.isMostlyLeftOut()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20261126 | FREQ=YEARLY;INTERVAL=1;BYMONTH=11;BYDAY=TH;BYSETPOS=4 | 2026-11-26 | 2027-11-25",
                "20261126 | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH | 2026-11-26 | 2027-11-25",
                "20261126 | FREQ=MONTHLY;INTERVAL=12;BYDAY=TH;BYSETPOS=4 | 2026-11-26 | 2027-11-25",
                "20270531 | FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO | 2027-05-31 | 2028-05-29",
                "20270531 | FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYSETPOS=-1 | 2027-05-31 | 2028-05-29",
                "20270531 | FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=MO | 2027-05-31 | 2028-05-29",
                "20261224 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,31 | 2026-12-24 | 2027-12-31",
                "20261231 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1 | 2026-12-31 | 2027-12-31",
                "20261225 | FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=25 | 2026-12-25 | 2027-12-25",
                "20270507 | FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=1FR | 2027-05-07 | 2029-05-04",
            })
    void yearlyRulesAreUnderstoodHoweverTheyAreWritten(String first, String rule, String day, String later) {
        CalendarImport calendar = event("DTSTART;VALUE=DATE:" + first, "RRULE:" + rule);

        assertThat(isHoliday(calendar, day)).isTrue();
        assertThat(isHoliday(calendar, later)).isTrue();
        assertThat(isHoliday(calendar, "2027-11-24")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY",
                "FREQ=MONTHLY;BYMONTHDAY=25",
                "FREQ=YEARLY;BYDAY=FR",
                "FREQ=YEARLY;BYWEEKNO=52",
                "FREQ=YEARLY;BYMONTH=12;BYDAY=3FR",
                "FREQ=YEARLY;BYMONTH=x",
                "FREQ=YEARLY;COUNT=-3",
                "FREQ=YEARLY;COUNT=0",
                "FREQ=YEARLY;INTERVAL=2147483647",
                "YM1 12 #0",
            })
    void aRuleThatIsNoYearlyHolidayIsLeftOutWithTheReason(String rule) {
        CalendarImport calendar = event("DTSTART;VALUE=DATE:20261225", "RRULE:" + rule);

        assertThat(calendar.holidays()).isEmpty();
        assertThat(calendar.skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.why()).contains("rule is not understood"));
    }

    private static final String SERIES = """
            BEGIN:VEVENT
            UID:m1
            DTSTART;VALUE=DATE:20261226
            RRULE:FREQ=YEARLY
            SUMMARY:Works holiday
            END:VEVENT
            """;

    private static final String MOVED = """
            BEGIN:VEVENT
            UID:m1
            RECURRENCE-ID;VALUE=DATE:20271226
            DTSTART;VALUE=DATE:20271227
            SUMMARY:Works holiday
            END:VEVENT
            """;

    private static final String CANCELLED = """
            BEGIN:VEVENT
            UID:m1
            RECURRENCE-ID;VALUE=DATE:20281226
            DTSTART;VALUE=DATE:20281226
            STATUS:CANCELLED
            SUMMARY:Works holiday
            END:VEVENT
            """;

    @Test
    void aDayOfASeriesThatWasMovedOrCancelledIsNoHolidayAnyMore() {
        for (CalendarImport calendar : List.of(read(SERIES + MOVED + CANCELLED), read(CANCELLED + MOVED + SERIES))) {
            assertThat(isHoliday(calendar, "2026-12-26")).isTrue();
            assertThat(isHoliday(calendar, "2027-12-26")).isFalse();
            assertThat(isHoliday(calendar, "2027-12-27")).isTrue();
            assertThat(isHoliday(calendar, "2028-12-26")).isFalse();
            assertThat(isHoliday(calendar, "2029-12-26")).isTrue();
        }
    }

    @Test
    void aDayThatWasMovedToATimeIsNoHolidayEither() {
        CalendarImport calendar = read(SERIES
                + MOVED.replace("DTSTART;VALUE=DATE:20271227", "DTSTART:20271226T140000\nDTEND:20271226T160000"));

        assertThat(isHoliday(calendar, "2027-12-26")).isFalse();
    }

    @Test
    void aSeriesThatChangesFromADayOnIsLeftOut() {
        CalendarImport calendar = read(SERIES + MOVED.replace("RECURRENCE-ID;", "RECURRENCE-ID;RANGE=THISANDFUTURE;"));

        assertThat(isHoliday(calendar, "2027-12-26")).isFalse();
        assertThat(calendar.skipped()).extracting(CalendarImport.Skipped::event).containsExactly("Works holiday");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXDATE;VALUE=DATE:20271226",
                "EXDATE;TZID=Europe/Berlin:20271226T000000",
                "EXDATE:20271225T230000Z",
                "EXDATE;VALUE=DATE:20281226,20271226"
            })
    void excludedDaysAreNoHolidaysHoweverTheyAreWritten(String line) {
        CalendarImport calendar = event("DTSTART;VALUE=DATE:20261226", "RRULE:FREQ=YEARLY", line);

        assertThat(isHoliday(calendar, "2026-12-26")).isTrue();
        assertThat(isHoliday(calendar, "2027-12-26")).isFalse();
    }

    @Test
    void daysThatAreAddedToASeriesAreHolidays() {
        assertThat(days(event("DTSTART;VALUE=DATE:20261224", "RDATE;VALUE=DATE:20270514,20271224")))
                .containsExactly("2026-12-24 to 2026-12-24", "2027-05-14 to 2027-05-14", "2027-12-24 to 2027-12-24");
    }

    @Test
    void anEndInUtcIsADayOfTheSite() {
        CalendarImport calendar = event(
                "DTSTART;TZID=Europe/Berlin:20251225T000000",
                "DTEND;TZID=Europe/Berlin:20251226T000000",
                "RRULE:FREQ=YEARLY;UNTIL=20271224T230000Z");

        assertThat(days(calendar)).containsExactly("2026-12-25 to 2026-12-25", "2027-12-25 to 2027-12-25");
    }

    @Test
    void ofTwoVersionsOfAnEventTheNewerOneCounts() {
        String old = "BEGIN:VEVENT\nUID:v\nSEQUENCE:0\nDTSTART;VALUE=DATE:20261224\nSUMMARY:Party\nEND:VEVENT\n";
        String fresh = old.replace("SEQUENCE:0", "SEQUENCE:1").replace("20261224", "20261223");

        assertThat(days(read(old + fresh))).containsExactly("2026-12-23 to 2026-12-23");
        assertThat(days(read(fresh + old))).containsExactly("2026-12-23 to 2026-12-23");
    }

    @Test
    void timeZonesAndRemindersInTheFileAreNoEvents() {
        CalendarImport calendar = read("""
                BEGIN:VTIMEZONE
                TZID:Europe/Berlin
                BEGIN:STANDARD
                DTSTART:19701025T030000
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:1@google.com
                DTSTART;VALUE=DATE:20261225
                DTEND;VALUE=DATE:20261226
                TRANSP:TRANSPARENT
                SUMMARY:Erster Weihnachtstag
                BEGIN:VALARM
                TRIGGER;VALUE=DATE-TIME:19760401T005545Z
                DURATION:PT15M
                END:VALARM
                END:VEVENT
                """);

        assertThat(days(calendar)).containsExactly("2026-12-25 to 2026-12-25");
        assertThat(calendar.skipped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void namesArriveInEveryEncodingThatProgramsWrite(String encoding) {
        String text = file("BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270106\nSUMMARY:Dreikönigstag\nEND:VEVENT");
        byte[] content = ((encoding.startsWith("UTF") ? "\uFEFF" : "") + text).getBytes(Charset.forName(encoding));

        assertThat(CalendarFile.read(content, TODAY, BERLIN).holidays().stream()
                        .map(Holiday::name)
                        .map(Object::toString)
                        .collect(Collectors.toList()))
                .containsExactly("Dreikönigstag");
    }

    @Test
    void aFoldInsideACharacterIsNoDamage() {
        byte[] text = file("BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270106\nSUMMARY:Dreik#\u00f6#nigstag\nEND:VEVENT")
                .getBytes(StandardCharsets.UTF_8);
        String broken = new String(text, StandardCharsets.ISO_8859_1).replace("#\u00c3\u00b6#", "\u00c3\r\n \u00b6");

        assertThat(CalendarFile.read(broken.getBytes(StandardCharsets.ISO_8859_1), TODAY, BERLIN)
                        .holidays())
                .extracting(holiday -> holiday.name().toString())
                .containsExactly("Dreikönigstag");
    }

    @ParameterizedTest
    @CsvSource({"'\\r\\r\\n', UTF-8", "'\\r\\r\\n', UTF-16LE", "'\\r', UTF-8", "'\\n', UTF-8", "'\\r\\n\\r\\n', UTF-8"})
    void report15FoldedLinesAreWholeHoweverTheyEnd(String end, String encoding) {
        String text =
                "\uFEFFBEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:New Ye\n ar's\n\t Eve\nDTSTART;VALUE=DATE:2026\n 1231\n"
                        + "END:VEVENT\nEND:VCALENDAR\n";

        CalendarImport calendar = CalendarFile.read(
                text.replace("\n", end.translateEscapes()).getBytes(Charset.forName(encoding)), TODAY, BERLIN);

        assertThat(calendar.skipped()).isEmpty();
        assertThat(calendar.holidays()).containsExactly(Holiday.on("New Year's Eve", LocalDate.of(2026, 12, 31)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;VALUE=DATE:20270231",
                "DTSTART:20270231T000000|DTEND:20270301T000000",
                "DTSTART:20270228T000000|DTEND:20270231T000000",
                "DTSTART:20270230T230000Z|DTEND:20270301T230000Z",
                "DTSTART;VALUE=DATE:20261225|RDATE:20270231T000000",
                "DTSTART;VALUE=DATE:20261225|RRULE:FREQ=YEARLY;UNTIL=20270231T000000Z",
                "DTSTART;VALUE=DATE:20260228|RRULE:FREQ=YEARLY|EXDATE:20270231T000000",
            })
    void report15ADayThatNoMonthHasBecomesNoOtherDay(String lines) {
        CalendarImport calendar = event(lines.split("\\|"));

        assertThat(days(calendar)).isEmpty();
        assertThat(calendar.skipped()).hasSize(1);
    }

    @Test
    void aBackslashBeforeAnNInATitleIsNoLineBreak() {
        CalendarImport calendar = read(
                "BEGIN:VEVENT\nUID:1\nSUMMARY:Plan \\\\nord\\, Werk\\nSued\nDTSTART;VALUE=DATE:20261231\nEND:VEVENT");

        assertThat(calendar.holidays().getFirst().name()).hasToString("Plan \\nord, Werk Sued");
    }

    @Test
    void aCalendarOfWhichMostWasLeftOutIsTold() {
        String meeting = "BEGIN:VEVENT\nDTSTART:20270101T100000\nSUMMARY:Meeting\nEND:VEVENT\n";
        String past = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20200101\nSUMMARY:Past\nEND:VEVENT\n";

        assertThat(read(SERIES + past.repeat(5)).isMostlyLeftOut()).isFalse();
        assertThat(read(SERIES + meeting).isMostlyLeftOut()).isFalse();
        assertThat(read(SERIES + meeting.repeat(2)).isMostlyLeftOut()).isTrue();
        assertThat(read("").isMostlyLeftOut()).isTrue();
    }
}
