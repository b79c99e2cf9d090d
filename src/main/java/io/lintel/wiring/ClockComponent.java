package io.lintel.wiring;

import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.audit.AuditLog;
import io.lintel.system.MonotonicClock;
import io.lintel.system.Recurring;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes jumps of the wall clock in the audit log. */
@Singleton
final class ClockComponent implements Component {

    private final AuditLog audit;
    private @Nullable SystemAudit writer;
    private @Nullable Recurring watch;

    ClockComponent(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public StartPhase startPhase() {
        return StartPhase.WITH_PAGES;
    }

    @Override
    public void start() {
        SystemAudit opened = new SystemAudit(() -> audit);
        writer = opened;
        watch = new ClockWatch(MonotonicClock.SYSTEM, InstantSource.system(), opened::clockJumped).start();
    }

    @Override
    public void stop() {
        if (watch != null) {
            watch.close();
        }
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public Optional<ComponentStatus> status() {
        return Optional.empty();
    }
}
