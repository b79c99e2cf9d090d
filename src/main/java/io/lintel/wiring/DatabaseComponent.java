package io.lintel.wiring;

import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.storage.Database;
import io.lintel.storage.StorageHealth;
import io.lintel.system.MonotonicClock;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The heartbeat of the database. */
@Singleton
final class DatabaseComponent implements Component {

    private final Database database;
    private final AlarmsComponent alarms;
    private volatile @Nullable DatabaseWatch watch;

    DatabaseComponent(Database database, AlarmsComponent alarms) {
        this.database = database;
        this.alarms = alarms;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public StartPhase startPhase() {
        return StartPhase.WITH_PAGES;
    }

    @Override
    public void start() {
        Alarms receivers = alarms.receivers();
        DatabaseWatch started = new DatabaseWatch(
                () -> database, MonotonicClock.SYSTEM, (works, why) -> receivers.part("database", works, why));
        started.start();
        watch = started;
    }

    @Override
    public void stop() {
        DatabaseWatch running = watch;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isResponsive() {
        DatabaseWatch running = watch;
        return running == null || running.isResponsive();
    }

    @Override
    public Optional<ComponentStatus> status() {
        StorageHealth health = database.health();
        return Optional.of(
                health.ok()
                        ? ComponentStatus.good("database", "works")
                        : ComponentStatus.bad("database", health.detail(), health.remedy()));
    }
}
