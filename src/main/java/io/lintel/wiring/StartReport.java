package io.lintel.wiring;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.backup.BackupInfo;
import io.lintel.config.LintelConfig;
import io.lintel.service.BackupService;
import io.lintel.system.LintelException;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Says after a start which settings it is with: in the log and, where the page's were refused, in the audit log. */
@Unremovable
@Singleton
public class StartReport {

    private static final System.Logger LOG = System.getLogger("io.lintel.settings");

    /** Static, since there is no bean yet when a backup is moved into place. */
    private static volatile @Nullable BackupInfo restored;

    private final AuditLog audit;
    private final BackupService backups;

    StartReport(AuditLog audit, BackupService backups) {
        this.audit = audit;
        this.backups = backups;
    }

    /** Moves a backup into place that waits for this start. @return whether there was one */
    public static boolean restore(LintelConfig config) {
        restored = BackupSettings.restore(config).apply().orElse(null);
        return restored != null;
    }

    /** Once, when the door runs. */
    public void report() {
        StartSettings.current().ifPresent(start -> {
            start.resolved().notes().forEach(note -> LOG.log(Level.WARNING, note));
            start.refusal().ifPresent(this::refused);
            start.worked();
        });
        BackupInfo backup = restored;
        if (backup != null) {
            LOG.log(Level.WARNING, "restored backup-of={0} box={1}", backup.made(), backup.box());
            backups.restored(backup);
        }
    }

    private void refused(String reason) {
        LOG.log(Level.ERROR, "settings=last-good reason=\"{0}\" remedy=\"{1}\"", reason, StartSettings.REMEDY);
        try {
            audit.append(
                    AuditEvent.of(AuditKind.SETTINGS_REFUSED, "lintel").with(new AuditDetails().put("reason", reason)));
        } catch (LintelException e) {
            LOG.log(Level.WARNING, "the refused settings are not in the audit log: {0}", e.getMessage());
        }
    }
}
