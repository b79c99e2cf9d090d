package io.lintel.admin.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogDayTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final List<AuditRow> rows = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-28T22:50:00Z");

    @Test
    void whatTheDoorDidStandsWithTheVisitThatLetIt() {
        long visit = happens(AuditKind.ACCESS_GRANTED, "");
        unlocked("GRANT decision " + visit);
        happens(AuditKind.DOOR_OPENED, "");
        happens(AuditKind.ACCESS_DENIED, "");
        happens(AuditKind.DOOR_LOCKED, "");
        happens(AuditKind.DOOR_CLOSED, "");

        List<LogDay.Entry> entries = entries();

        assertThat(entries).hasSize(2);
        assertThat(entries.getLast().event().seq()).isEqualTo(visit);
        assertThat(entries.getLast().door())
                .extracting(EventView::title)
                .containsExactly("DOOR_UNLOCKED", "DOOR_OPENED", "DOOR_LOCKED", "DOOR_CLOSED");
    }

    @Test
    void anExitIsAPassageOfItsOwn() {
        happens(AuditKind.EXIT_REQUESTED, "");
        happens(AuditKind.DOOR_OPENED, "");
        happens(AuditKind.DOOR_CLOSED, "");
        happens(AuditKind.DOOR_LOCKED, "");
        happens(AuditKind.DOOR_OPENED, "");

        assertThat(entries()).hasSize(2);
        assertThat(entries().getLast().door()).hasSize(3);
    }

    @Test
    void whatIsOutOfTheOrdinaryIsNeverHidden() {
        long visit = happens(AuditKind.ACCESS_GRANTED, "");
        unlocked("GRANT decision " + visit);
        happens(AuditKind.DOOR_HELD_OPEN, "");
        happens(AuditKind.DOOR_FORCED_OPEN, "");

        assertThat(entries())
                .extracting(entry -> entry.event().title())
                .containsExactly("DOOR_FORCED_OPEN", "DOOR_HELD_OPEN", "ACCESS_GRANTED");
    }

    @Test
    void aDoorThatIsClosedHoursLaterBelongsToNobodysVisit() {
        long visit = happens(AuditKind.ACCESS_GRANTED, "");
        unlocked("GRANT decision " + visit);
        now = now.plus(Duration.ofHours(2));
        happens(AuditKind.DOOR_LOCKED, "");

        assertThat(entries()).hasSize(2);
    }

    @Test
    void aVisitThatIsNotOnThePageLeavesItsDoorRowsByThemselves() {
        unlocked("GRANT decision 999999");
        happens(AuditKind.DOOR_LOCKED, "");

        assertThat(entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.door()).hasSize(1));
    }

    @Test
    void daysAreThoseOfTheSitesClock() {
        happens(AuditKind.STARTED, "");
        now = Instant.parse("2026-11-28T23:30:00Z");
        happens(AuditKind.STOPPED, "");

        assertThat(LogDay.of(rows.reversed(), LogDayTest::view))
                .extracting(LogDay::title)
                .containsExactly("2026-11-29", "2026-11-28");
    }

    private List<LogDay.Entry> entries() {
        return LogDay.of(rows.reversed(), LogDayTest::view).stream()
                .flatMap(day -> day.entries().stream())
                .toList();
    }

    private void unlocked(String cause) {
        happens(AuditKind.DOOR_UNLOCKED, cause);
    }

    private long happens(AuditKind kind, String cause) {
        now = now.plusSeconds(2);
        long seq = rows.size() + 1;
        rows.add(new AuditRow(seq, now, AuditEvent.of(kind, "door").with(new AuditDetails().put("cause", cause))));
        return seq;
    }

    private static EventView view(AuditRow row) {
        return new EventView(
                row.seq(),
                row.at().atZone(BERLIN).toLocalDate().toString(),
                "",
                "",
                row.event().kind().name(),
                "",
                "",
                "door",
                0,
                false);
    }
}
