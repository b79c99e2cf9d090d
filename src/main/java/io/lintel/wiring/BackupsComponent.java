package io.lintel.wiring;

import io.lintel.appliance.ComponentStatus;
import io.lintel.service.BackupService;
import io.lintel.system.LintelException;
import io.lintel.system.Recurring;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the daily backup, destroys the keys of deleted people in older ones, and says how that went. Without a folder for backups it does
 * nothing.
 */
final class BackupsComponent extends BackgroundComponent {

    private static final String NAME = "backups";
    private static final Duration REST = Duration.ofMinutes(1);

    private final BackupService backups;
    private final InstantSource clock;
    private volatile @Nullable LintelException fault;
    private volatile Instant newest = Instant.MIN;

    BackupsComponent(BackupService backups, InstantSource clock) {
        super(NAME);
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    Recurring begin() {
        return Recurring.start(NAME, REST, this::turn);
    }

    void turn() {
        if (backups.plan().folder().isEmpty()) {
            fault = null;
            return;
        }
        try {
            // first, so that an older file that cannot be written keeps nobody from having a new backup
            newest = backups.makeIfDue(clock.instant());
            backups.destroyKeys();
            fault = null;
        } catch (LintelException e) {
            fault = e;
            throw e;
        }
    }

    @Override
    public Optional<ComponentStatus> status() {
        if (backups.plan().folder().isEmpty()) {
            return Optional.empty();
        }
        LintelException failed = fault;
        if (failed != null) {
            return Optional.of(ComponentStatus.warning(NAME, String.valueOf(failed.getMessage()), failed.remedy()));
        }
        if (newest.equals(Instant.MIN)) {
            return Optional.of(ComponentStatus.good(NAME, "the first one is being made"));
        }
        return Optional.of(
                backups.plan().schedule().isOverdue(newest, clock.instant())
                        ? ComponentStatus.warning(NAME, "the newest is of " + newest, "see the log for the reason")
                        : ComponentStatus.good(NAME, "the newest is of " + newest));
    }
}
