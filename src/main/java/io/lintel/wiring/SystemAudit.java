package io.lintel.wiring;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.system.LintelException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Notes in the audit log what befalls the box itself, tried again until the database takes it. */
final class SystemAudit implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SystemAudit.class.getName());
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(1);

    private final Supplier<AuditLog> log;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("system-audit").factory());

    /** @param log throws while the database cannot be opened */
    SystemAudit(Supplier<AuditLog> log) {
        this.log = log;
    }

    void clockJumped(ClockWatch.Jump jump) {
        note(AuditEvent.of(AuditKind.CLOCK_JUMPED, "clock")
                .with(new AuditDetails()
                        .put("by_seconds", jump.by().toSeconds())
                        .put("before", jump.before().toString())
                        .put("after", jump.after().toString())));
    }

    private void note(AuditEvent event) {
        writer.execute(() -> {
            while (!written(event)) {
                try {
                    Thread.sleep(TRY_AGAIN);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
    }

    private boolean written(AuditEvent event) {
        try {
            log.get().append(event);
            return true;
        } catch (LintelException e) {
            LOG.log(Level.ERROR, "audit of the box failed, trying again: " + e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            writer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
