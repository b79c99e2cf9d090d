package io.lintel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.storage.StorageException;
import io.lintel.storage.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private TestDatabase opened;
    private AuditLog log;
    private Instant now = NOON;

    @BeforeEach
    void open() {
        opened = TestDatabase.open(folder.resolve("lintel.db"));
        log = new AuditLog(opened.database(), () -> now);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void aRowComesBackAsItWasWritten() {
        AuditEvent event = AuditEvent.of(AuditKind.ACCESS_DENIED, "door")
                .about(7)
                .because("spoof")
                .with(new AuditDetails()
                        .put("liveness", 0.31)
                        .put("note", "a \"print\"\nof paper")
                        .put("n", 3L));

        AuditRow written = log.append(event);

        assertThat(written).isEqualTo(new AuditRow(1, NOON, event));
        assertThat(log.newest(AuditFilter.ALL, 10)).isEqualTo(new AuditPage(List.of(written), null));
    }

    @Test
    void detailsMustBeJson() {
        AuditEvent broken = AuditEvent.of(AuditKind.STARTED, "system").with("{\"a\":");

        assertThatThrownBy(() -> log.append(broken)).isInstanceOf(StorageException.class);
        assertThat(log.append(AuditEvent.of(AuditKind.STARTED, "system")).seq())
                .as("a refused row leaves no gap")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET reason = 'other'",
                "DELETE FROM audit_event",
                "DELETE FROM audit_event WHERE seq = 1",
                "INSERT OR REPLACE INTO audit_event VALUES (1, 0, 'STARTED', NULL, NULL, 'x', '{}')",
                "UPDATE audit_retention SET purged_to = -1",
                "DELETE FROM audit_retention"
            })
    void whatIsWrittenStays(String tampering) {
        AuditRow row = log.append(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door"));

        assertThatThrownBy(() -> opened.execute(tampering)).isInstanceOf(SQLException.class);

        assertThat(log.newest(AuditFilter.ALL, 10).rows()).containsExactly(row);
    }

    @Test
    void aKindOfAnotherVersionIsShownAsUnrecognised() throws SQLException {
        opened.execute("INSERT INTO audit_event (at, kind, actor, details) VALUES (0, 'FLEW_AWAY', 'x', '{}')");

        assertThat(log.newest(AuditFilter.ALL, 1).rows())
                .extracting(row -> row.event().kind())
                .containsExactly(AuditKind.UNRECOGNISED);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        appendMinutely(25);

        AuditPage first = log.newest(AuditFilter.ALL, 10);
        AuditPage second = log.page(AuditFilter.ALL, first.next(), 10);
        AuditPage third = log.page(AuditFilter.ALL, second.next(), 10);

        assertThat(numbers(first)).containsExactly(25L, 24L, 23L, 22L, 21L, 20L, 19L, 18L, 17L, 16L);
        assertThat(numbers(second)).startsWith(15L).endsWith(6L).hasSize(10);
        assertThat(numbers(third)).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(third.next()).isNull();
    }

    @Test
    void aPageThatHoldsExactlyTheRestHasNoNext() {
        appendMinutely(10);

        assertThat(log.newest(AuditFilter.ALL, 10).next()).isNull();
    }

    @Test
    void filtersMeet() {
        log.append(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door").about(1));
        log.append(AuditEvent.of(AuditKind.ACCESS_DENIED, "door").about(1).because("expired"));
        log.append(AuditEvent.of(AuditKind.ACCESS_DENIED, "door").about(2).because("expired"));
        log.append(AuditEvent.of(AuditKind.ACCESS_DENIED, "door").because("unknown"));
        log.append(AuditEvent.of(AuditKind.DOOR_OPENED, "door"));

        assertThat(found(AuditFilter.ALL.withPerson(1))).containsExactly(2L, 1L);
        assertThat(found(AuditFilter.ALL.withReason("expired"))).containsExactly(3L, 2L);
        assertThat(found(AuditFilter.ALL.withReason("expired").withPerson(2))).containsExactly(3L);
        assertThat(found(AuditFilter.ALL.withKinds(Set.of(AuditKind.DOOR_OPENED, AuditKind.ACCESS_GRANTED))))
                .containsExactly(5L, 1L);
        assertThat(found(AuditFilter.ALL
                        .withKinds(Set.of(AuditKind.ACCESS_GRANTED))
                        .withPerson(1)))
                .containsExactly(1L);
        assertThat(found(AuditFilter.ALL.withPerson(99))).isEmpty();
    }

    @Test
    void aSpanOfTimeHasItsStartAndNotItsEnd() {
        appendMinutely(10);

        assertThat(found(AuditFilter.ALL.between(NOON.plusSeconds(120), NOON.plusSeconds(240))))
                .containsExactly(4L, 3L);
        assertThat(found(AuditFilter.ALL.between(NOON.plusSeconds(480), null))).containsExactly(10L, 9L);
        assertThat(found(AuditFilter.ALL.between(null, NOON.plusSeconds(61)))).containsExactly(2L, 1L);
        assertThat(found(AuditFilter.ALL.between(NOON.plusSeconds(9999), null))).isEmpty();
    }

    @Test
    void aClockSetBackChangesNeitherOrderNorTimeSpans() {
        appendMinutely(5); // 12:00 to 12:04
        now = NOON.minusSeconds(60);
        appendMinutely(5); // 11:59 to 12:03
        now = NOON.plusSeconds(600);
        appendMinutely(1);

        assertThat(found(AuditFilter.ALL)).containsExactly(11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(found(AuditFilter.ALL.between(NOON.plusSeconds(60), NOON.plusSeconds(180))))
                .containsExactly(9L, 8L, 3L, 2L);
        assertThat(log.check().clockSteps()).isEqualTo(1);
    }

    @Test
    void textIsFoundInDetailsReasonAndActorInAnyCase() {
        log.append(AuditEvent.of(AuditKind.ACCESS_DENIED, "door").because("out-of-schedule"));
        log.append(AuditEvent.of(AuditKind.SETTING_CHANGED, "Zoë").with(new AuditDetails().put("key", "Threshold")));
        log.append(AuditEvent.of(AuditKind.STARTED, "system"));

        assertThat(found(AuditFilter.ALL.withText("SCHEDULE"))).containsExactly(1L);
        assertThat(found(AuditFilter.ALL.withText("threshold"))).containsExactly(2L);
        assertThat(found(AuditFilter.ALL.withText("ZOË"))).containsExactly(2L);
    }

    @Test
    void aSearchForTextLooksAtABoundedNumberOfRowsAndGoesOnWhereItStopped() {
        PageCollector page = PageCollector.newestFirst(AuditFilter.ALL.withText("needle"), 10, 3);
        AuditEvent hay = AuditEvent.of(AuditKind.STARTED, "hay");

        assertThat(page.look(new AuditRow(9, NOON, hay))).isTrue();
        assertThat(page.look(new AuditRow(8, NOON, hay.with("{\"a\":\"needle\"}"))))
                .isTrue();
        assertThat(page.look(new AuditRow(7, NOON, hay))).isTrue();
        assertThat(page.look(new AuditRow(6, NOON, hay))).isFalse();

        assertThat(numbers(page.page())).containsExactly(8L);
        assertThat(page.page().next()).as("the next page looks at row 6 again").isEqualTo(7);
    }

    @Test
    void retentionDeletesTheOldestRowsAndSaysSo() {
        appendMinutely(10);
        now = NOON.plus(Duration.ofDays(1));

        assertThat(log.purge(NOON.plusSeconds(300), "retention")).isEqualTo(5);

        assertThat(found(AuditFilter.ALL)).containsExactly(11L, 10L, 9L, 8L, 7L, 6L);
        assertThat(log.newest(AuditFilter.ALL, 1).rows().getFirst().event().kind())
                .isEqualTo(AuditKind.LOG_PURGED);
        assertThat(log.check().isComplete()).isTrue();
        assertThat(log.check().first()).isEqualTo(6);
    }

    @Test
    void retentionKeepsWhatFollowsARowThatIsStillYoung() {
        now = NOON.plus(Duration.ofDays(300)); // the clock was wrong for one row
        log.append(AuditEvent.of(AuditKind.STARTED, "system"));
        now = NOON;
        appendMinutely(3);

        assertThat(log.purge(NOON.plusSeconds(3600), "retention")).isZero();
        assertThat(found(AuditFilter.ALL)).hasSize(4);
    }

    @Test
    void numbersAreNotGivenAgainAfterEverythingWasPurged() {
        appendMinutely(3);
        now = NOON.plus(Duration.ofDays(1));
        log.purge(now, "retention");

        assertThat(found(AuditFilter.ALL)).containsExactly(4L);
        assertThat(log.check().isComplete()).isTrue();
    }

    @Test
    void missingRowsAreFoundAtTheStartTheMiddleAndTheEnd() throws SQLException {
        appendMinutely(10);
        opened.execute("DROP TRIGGER audit_event_no_delete");
        opened.execute("DELETE FROM audit_event WHERE seq IN (1, 4, 5, 10)");

        AuditCheck check = log.check();

        assertThat(check.isComplete()).isFalse();
        assertThat(check.gaps())
                .containsExactly(new AuditCheck.Gap(1, 1), new AuditCheck.Gap(4, 5), new AuditCheck.Gap(10, 10));
    }

    @Test
    void anEmptyLogIsComplete() {
        assertThat(log.check().isComplete()).isTrue();
        assertThat(found(AuditFilter.ALL.between(NOON, null))).isEmpty();
        assertThat(log.purge(NOON, "retention")).isZero();
    }

    private void appendMinutely(int rows) {
        for (int i = 0; i < rows; i++) {
            log.append(AuditEvent.of(AuditKind.DOOR_OPENED, "door"));
            now = now.plusSeconds(60);
        }
    }

    private List<Long> found(AuditFilter filter) {
        return numbers(log.newest(filter, 100));
    }

    private static List<Long> numbers(AuditPage page) {
        return page.rows().stream().map(AuditRow::seq).toList();
    }
}
