package io.lintel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.audit.AuditKind;
import io.lintel.gallery.TestGallery;
import io.lintel.schedule.Holiday;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.Schedules;
import io.lintel.system.LintelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wish 11: a calendar by its address; and imports that are taken back as a whole. */
class CalendarSubscriptionTest {

    @TempDir
    Path folder;

    private ServiceFixture box;
    private ScheduleService schedules;
    private Instant now = TestGallery.NOON;
    private String served = calendar("Christmas", "20261225");
    private int fetched;
    private CalendarSubscription subscription;

    @BeforeEach
    void open() {
        box = new ServiceFixture(folder);
        schedules = new ScheduleService(
                new Schedules(box.gallery.database().database()), box.log, ZoneOffset.UTC, () -> now);
        subscription = new CalendarSubscription("calendar.example.org", this::fetch, schedules.holidays(), () -> now);
    }

    @AfterEach
    void close() {
        box.close();
    }

    private byte[] fetch() {
        fetched++;
        if (served.isEmpty()) {
            throw new LintelException("no answer", "look at the network");
        }
        return served.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void itsDaysComeAndGoWithTheCalendarAndTypedOnesStay() {
        schedules.holidays().add("ada", List.of(holiday("Works outing", "2026-12-01")));
        subscription.refreshIfDue();
        assertThat(names()).containsExactly("Works outing", "Christmas");

        served = calendar("Boxing Day", "20261226");
        now = now.plus(CalendarSubscription.EVERY);
        subscription.refreshIfDue();

        assertThat(names()).containsExactly("Works outing", "Boxing Day");
        assertThat(box.rows(AuditKind.HOLIDAYS_CHANGED))
                .filteredOn(row -> row.event().actor().equals("calendar"))
                .hasSize(3);
    }

    @Test
    void itIsFetchedOnceADayAndAfterAFailureOnceAnHour() {
        subscription.refreshIfDue();
        now = now.plus(Duration.ofHours(23));
        subscription.refreshIfDue();
        assertThat(fetched).isEqualTo(1);

        served = "";
        now = now.plus(Duration.ofHours(1));
        assertThatThrownBy(subscription::refreshIfDue).isInstanceOf(LintelException.class);
        now = now.plus(Duration.ofMinutes(59));
        subscription.refreshIfDue();
        assertThat(fetched).isEqualTo(2);
        now = now.plus(Duration.ofMinutes(1));
        assertThatThrownBy(subscription::refreshIfDue).isInstanceOf(LintelException.class);
        assertThat(fetched).isEqualTo(3);
    }

    @Test
    void whateverIsServedInsteadTheLastGoodCopyStays() {
        subscription.refreshIfDue();
        for (String bad : List.of("", "<html>sign in</html>", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")) {
            served = bad;
            now = now.plus(CalendarSubscription.EVERY);
            assertThatThrownBy(subscription::refreshIfDue).isInstanceOf(LintelException.class);
            assertThat(names()).containsExactly("Christmas");
            assertThat(subscription.state().failure()).isNotNull();
            assertThat(subscription.state().fetched()).isEqualTo(TestGallery.NOON);
        }
    }

    @Test
    void anImportIsTakenBackAsAWholeAndNothingElse() {
        schedules.holidays().add("ada", List.of(holiday("Christmas", "2026-12-25")));
        HolidayService.Imported done = schedules
                .holidays()
                .importFile(
                        "ada",
                        (calendar("Christmas", "20261225") + calendar("Boxing Day", "20261226"))
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(done.added()).hasSize(1);

        assertThat(schedules.holidays().undoImport("ada", done.origin())).hasSize(1);

        assertThat(names()).containsExactly("Christmas");
        assertThatThrownBy(() -> schedules.holidays().undoImport("ada", done.origin()))
                .isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> schedules.holidays().undoImport("ada", Holiday.BY_HAND))
                .isInstanceOf(ServiceException.class);
    }

    private List<String> names() {
        return schedules.snapshot().holidays().stream()
                .map(each -> each.holiday().name().value())
                .toList();
    }

    private static Holiday holiday(String name, String day) {
        return new Holiday(new ScheduleName(name), LocalDate.parse(day), LocalDate.parse(day), false);
    }

    private static String calendar(String name, String day) {
        return """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:%s
                SUMMARY:%s
                DTSTART;VALUE=DATE:%s
                END:VEVENT
                END:VCALENDAR
                """.formatted(name, name, day);
    }
}
