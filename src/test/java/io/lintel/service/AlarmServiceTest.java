package io.lintel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmServiceTest {

    @TempDir
    private Path folder;

    private TestDatabase file;
    private AuditLog log;
    private AlarmService alarms;
    private Instant now = Instant.now();

    @BeforeEach
    void open() {
        file = TestDatabase.open(folder.resolve("lintel.db"));
        log = new AuditLog(file.database(), () -> now);
        alarms = new AlarmService(log, () -> now);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void anAlarmIsOpenUntilSomebodyAcknowledgesIt() {
        happened(AuditKind.DOOR_FORCED_OPEN);
        happened(AuditKind.DOOR_OPENED);
        happened(AuditKind.TAMPER);
        List<AuditRow> open = alarms.open();
        assertThat(open)
                .extracting(row -> row.event().kind())
                .containsExactly(AuditKind.TAMPER, AuditKind.DOOR_FORCED_OPEN);

        alarms.acknowledge("olga", open.getFirst().seq(), " the plumber ");

        assertThat(alarms.open()).containsExactly(open.getLast());
        AuditEvent seen = log.row(log.last()).orElseThrow().event();
        assertThat(seen.kind()).isEqualTo(AuditKind.ALARM_ACKNOWLEDGED);
        assertThat(seen.actor()).isEqualTo("olga");
        assertThat(seen.details()).contains("\"note\":\"the plumber\"");
    }

    @Test
    void acknowledgingCoversAllAlarmsShownButNotLaterOnes() {
        happened(AuditKind.TAMPER);
        happened(AuditKind.TAMPER);
        long shown = alarms.open().getFirst().seq();
        happened(AuditKind.FIRE_ALARM);

        alarms.acknowledgeUpTo("olga", shown, "");

        assertThat(alarms.open()).extracting(row -> row.event().kind()).containsExactly(AuditKind.FIRE_ALARM);
    }

    @Test
    void whatIsNoOpenAlarmCannotBeAcknowledged() {
        happened(AuditKind.DOOR_OPENED);
        long row = log.last();
        assertThatThrownBy(() -> alarms.acknowledge("olga", row, "")).hasMessageContaining("no open alarm");
        happened(AuditKind.TAMPER);
        long alarm = log.last();
        alarms.acknowledge("olga", alarm, "");
        assertThatThrownBy(() -> alarms.acknowledge("olga", alarm, "")).hasMessageContaining("no open alarm");
    }

    @Test
    void alarmsToComeAreNotAcknowledgedInAdvance() {
        happened(AuditKind.TAMPER);
        alarms.acknowledgeUpTo("olga", Long.MAX_VALUE, "");
        happened(AuditKind.TAMPER);
        assertThat(alarms.open()).hasSize(1);
    }

    @Test
    void theWarningBeforeAHeldOpenAlarmIsNone() {
        log.append(AuditEvent.of(AuditKind.DOOR_HELD_OPEN, "door").because("held_open_soon"));
        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void afterAMonthAnAlarmIsHistory() {
        happened(AuditKind.TAMPER);
        now = now.plus(Duration.ofDays(31));
        assertThat(alarms.open()).isEmpty();
    }

    private void happened(AuditKind kind) {
        log.append(AuditEvent.of(kind, "door"));
    }
}
