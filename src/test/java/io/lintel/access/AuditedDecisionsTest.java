package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.door.DoorMode;
import io.lintel.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditedDecisionsTest {

    @TempDir
    Path folder;

    private final Scenario door = new Scenario();
    private TestDatabase opened;
    private AuditLog log;
    private AuditedDecisions decisions;

    @BeforeEach
    void open() {
        opened = TestDatabase.open(folder.resolve("lintel.db"));
        log = new AuditLog(opened.database(), door.clock);
        decisions = new AuditedDecisions(log);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void aGrantIsARowAboutItsPersonWithTheWholeExplanation() throws Exception {
        Decision granted =
                door.stand(Duration.ofSeconds(1), door.visitor(DALIA, 0.85)).getFirst();

        long row = decisions.record(granted);

        AuditRow written = log.newest(AuditFilter.ALL, 1).rows().getFirst();
        assertThat(written.seq()).isEqualTo(row);
        assertThat(written.event().kind()).isEqualTo(AuditKind.ACCESS_GRANTED);
        assertThat(written.event().person()).isEqualTo(DALIA.value());
        assertThat(written.event().reason()).isNull();
        JsonNode details = new ObjectMapper().readTree(written.event().details());
        assertThat(details.get("best_score").doubleValue()).isEqualTo(0.85);
        assertThat(details.get("detail").textValue()).isEqualTo("recognised");
    }

    @Test
    void aDenialSaysWhyAndAStrangerHasNoPerson() {
        decisions.record(door.stand(Duration.ofSeconds(2), door.stranger()).getFirst());

        AuditEvent event = log.newest(AuditFilter.ALL, 1).rows().getFirst().event();
        assertThat(event.kind()).isEqualTo(AuditKind.ACCESS_DENIED);
        assertThat(event.person()).isNull();
        assertThat(event.reason()).isEqualTo("unknown");
    }

    @Test
    void b2WhoIsKeptOutByALockDownIsOneRowOfAKindOfItsOwnAndNoEntry() {
        door.door(DoorMode.LOCK_DOWN);
        door.stand(Duration.ofSeconds(30), door.visitor(DALIA, 0.9)).forEach(decisions::record);

        assertThat(log.newest(AuditFilter.ALL.withKinds(AuditKind.DECISIONS), 10)
                        .rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.event().kind()).isEqualTo(AuditKind.ACCESS_KEPT_OUT);
                    assertThat(row.event().reason()).isEqualTo("lock-down");
                    assertThat(row.event().person()).isEqualTo(DALIA.value());
                });
    }

    @Test
    void aGrantThatWasNotCarriedOutAndAnAlarmAreRowsOfTheirOwn() {
        decisions.doorStayedShut(4711, "the door refuses to unlock");
        decisions.record(new AccessAlarm.RepeatedDenials(3, 5, DenialReason.UNKNOWN));

        assertThat(log.newest(AuditFilter.ALL, 2).rows())
                .extracting(row -> row.event().kind(), row -> row.event().details())
                .containsExactly(
                        tuple(AuditKind.ACCESS_ALARM, "{\"track\":3,\"tries\":5,\"last\":\"unknown\"}"),
                        tuple(AuditKind.DOOR_REFUSED, "{\"decision\":4711,\"why\":\"the door refuses to unlock\"}"));
    }
}
