package io.lintel.wiring;

import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.appliance.ProgramFiles;
import io.lintel.config.Installation;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Compares the program's files with the release's sums, once after each start. It rests after each block: on Linux a Java thread's
 * priority counts for nothing, and some 200 MB at full speed would take half of a slow processor from the door for a while.
 */
final class ProgramComponent implements Component {

    private static final System.Logger LOG = System.getLogger(ProgramComponent.class.getName());

    /** After each 64 KB: a minute and a half for a release. */
    private static final long REST_NANOS = 25_000_000;

    private final Installation installation;
    private volatile @Nullable ComponentStatus found;

    ProgramComponent(Installation installation) {
        this.installation = installation;
    }

    @Override
    public String name() {
        return "program";
    }

    @Override
    public StartPhase startPhase() {
        return StartPhase.WITH_PAGES;
    }

    @Override
    public void start() {
        Thread.ofPlatform().daemon().name("program-check").start(this::compare);
    }

    private void compare() {
        ProgramFiles.status(name(), installation.home(), ProgramComponent::rest).ifPresent(status -> {
            found = status.butReady();
            if (!status.ready()) {
                LOG.log(Level.ERROR, "program files: {0}: {1}", status.text(), status.remedy());
            }
        });
    }

    private static void rest() {
        LockSupport.parkNanos(REST_NANOS);
    }

    @Override
    public void stop() {}

    @Override
    public Optional<ComponentStatus> status() {
        return Optional.ofNullable(found);
    }
}
