package io.lintel.wiring;

import static io.lintel.appliance.Component.StartPhase.WITH_PAGES;

import io.lintel.appliance.Component;
import io.lintel.audit.AuditLog;
import io.lintel.service.ConsentTerms;
import io.lintel.service.Retention;
import io.lintel.service.Snapshots;
import io.lintel.system.MonotonicClock;
import java.time.InstantSource;

/** The component that deletes what is kept for long enough: people, rows of the log and pictures. */
final class RetentionTask {

    private RetentionTask() {}

    static Component of(ImmediateSettings live, AuditLog audit, ConsentTerms terms, Snapshots snapshots) {
        Retention retention = new Retention(
                audit,
                terms,
                snapshots,
                () -> SettingsMapper.log(live.now()),
                InstantSource.system(),
                MonotonicClock.SYSTEM);
        return new Task("retention", WITH_PAGES, retention::start, retention::close);
    }
}
