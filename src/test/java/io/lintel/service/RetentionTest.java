package io.lintel.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir
    Path folder;

    private TestDatabase opened;
    private AuditLog log;
    private Instant now = Instant.parse("2025-11-22T12:00:00Z");
    private long nanos;

    @BeforeEach
    void aRowThatIsAYearAndADayOld() {
        opened = TestDatabase.open(folder.resolve("lintel.db"));
        log = new AuditLog(opened.database(), () -> now);
        log.append(AuditEvent.of(AuditKind.STARTED, "system"));
        now = now.plus(Duration.ofDays(366));
        log.append(AuditEvent.of(AuditKind.STOPPED, "system"));
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void whatIsOlderThanTheSettingGoesAndThatIsInTheLog() {
        assertThat(retention(YEAR).purge()).isEqualTo(1);

        assertThat(log.newest(AuditFilter.ALL, 10).rows())
                .extracting(row -> row.event().kind())
                .containsExactly(AuditKind.LOG_PURGED, AuditKind.STOPPED);
    }

    @Test
    void zeroKeepsEverything() {
        assertThat(retention(Duration.ZERO).purge()).isZero();
    }

    @Test
    void aClockThatJumpsIntoTheFutureDeletesNothing() {
        Retention retention = retention(YEAR);
        now = now.plus(Duration.ofDays(4000));
        nanos += Duration.ofHours(1).toNanos();

        assertThat(retention.purge()).isZero();
    }

    @Test
    void timeThatHasReallyPassedCounts() {
        Retention retention = retention(Duration.ofDays(400));
        now = now.plus(Duration.ofDays(40));
        nanos += Duration.ofDays(40).toNanos();

        assertThat(retention.purge()).isEqualTo(1);
    }

    @Test
    void nobodyIsRemovedByAClockThatJumps() {
        Retention retention = retention(YEAR);
        now = now.plus(Duration.ofDays(4000));

        assertThat(retention.removeLapsed()).isZero(); // would fail on the terms that are not there
    }

    private Retention retention(Duration keep) {
        return new Retention(log, null, null, () -> keep, () -> now, () -> nanos);
    }
}
