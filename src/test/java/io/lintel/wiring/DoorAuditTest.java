package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.door.Cause;
import io.lintel.door.DoorEvent;
import io.lintel.door.DoorEventKind;
import io.lintel.door.DoorModes;
import io.lintel.door.DoorState;
import io.lintel.door.DoorView;
import io.lintel.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoorAuditTest {

    private static final DoorView LOCKED = new DoorView(DoorState.LOCKED, false, false, DoorModes.NONE, Set.of());

    @TempDir
    Path folder;

    private TestDatabase opened;
    private AuditLog log;
    private DoorAudit audit;

    @BeforeEach
    void open() {
        opened = TestDatabase.open(folder.resolve("lintel.db"));
        log = new AuditLog(opened.database(), Instant::now);
        audit = new DoorAudit(() -> log);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private void happens(DoorEventKind kind, Cause cause) {
        audit.onEvent(new DoorEvent(1, Instant.EPOCH, kind, LOCKED, LOCKED, cause, "a note"));
    }

    private List<AuditKind> kinds() {
        return log.newest(AuditFilter.ALL, 100).rows().reversed().stream()
                .map(row -> row.event().kind())
                .toList();
    }

    @Test
    void aRunThatDidNotSayItsEndWasCutOff() {
        Cause start = new Cause(Cause.Origin.SYSTEM, "start");
        happens(DoorEventKind.STARTED, start);
        happens(DoorEventKind.OPENED, new Cause(Cause.Origin.DOOR_SENSOR, ""));
        happens(DoorEventKind.STARTED, start);
        happens(DoorEventKind.STOPPED, start);
        happens(DoorEventKind.STARTED, start);

        assertThat(kinds())
                .containsExactly(
                        AuditKind.STARTED,
                        AuditKind.DOOR_OPENED,
                        AuditKind.STOPPED_UNCLEANLY,
                        AuditKind.STARTED,
                        AuditKind.STOPPED,
                        AuditKind.STARTED);
    }

    /** Every transition of the door is in the log, with its cause. */
    @ParameterizedTest
    @EnumSource(DoorEventKind.class)
    void everyKindOfEventIsWrittenWithItsCauseAndNote(DoorEventKind kind) {
        happens(kind, new Cause(Cause.Origin.OPERATOR, "ada"));

        assertThat(log.newest(AuditFilter.ALL, 1).rows().getFirst().event().details())
                .contains("OPERATOR ada")
                .contains("a note");
    }

    /** An order by page, API or button is refused: one row. A refused grant: the row that its decision writes. */
    @Test
    void b2ARefusalIsInTheLogOnce() {
        happens(DoorEventKind.REFUSED, new Cause(Cause.Origin.OPERATOR, "ada"));
        happens(DoorEventKind.REFUSED, new Cause(Cause.Origin.GRANT, "decision 30"));

        assertThat(kinds()).containsExactly(AuditKind.DOOR_REFUSED);
    }
}
