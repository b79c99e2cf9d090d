package io.lintel.wiring;

import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.audit.AuditLog;
import io.lintel.audit.chain.ChainKeeper;
import io.lintel.system.LintelException;
import io.lintel.system.Recurring;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs the audit log. The first to start and the last to stop, so that the rows of start and stop are signed too. */
@Singleton
final class AuditChainComponent implements Component {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final AuditLog audit;
    private volatile @Nullable ChainKeeper keeper;
    private volatile @Nullable LintelException trouble;
    private @Nullable Recurring looking;

    AuditChainComponent(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public StartPhase startPhase() {
        return StartPhase.BEFORE_PAGES;
    }

    @Override
    public void start() {
        looking = Recurring.start("audit-chain", LOOK, this::look);
    }

    /** Tried again until the database is there. */
    private void look() {
        try {
            ChainKeeper running = keeper;
            if (running == null) {
                running = audit.keeper();
                keeper = running;
            }
            running.look();
            trouble = null;
        } catch (LintelException e) {
            trouble = e;
            throw e;
        }
    }

    @Override
    public void stop() {
        if (looking != null) {
            looking.close();
        }
        ChainKeeper running = keeper;
        if (running != null) {
            running.close();
        }
    }

    /** Only what is wrong: a log that is not signed opens and closes the door all the same. */
    @Override
    public Optional<ComponentStatus> status() {
        LintelException why = trouble;
        if (why != null) {
            return Optional.of(
                    ComponentStatus.warning("audit", "the log is not signed: " + why.getMessage(), why.remedy()));
        }
        return Optional.ofNullable(keeper).map(signing -> ComponentStatus.good("audit", "the log is signed"));
    }
}
