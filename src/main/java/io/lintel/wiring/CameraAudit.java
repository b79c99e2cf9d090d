package io.lintel.wiring;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.camera.CameraListener;
import io.lintel.camera.CameraStatus;
import io.lintel.system.LintelException;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Notes in the audit log, and tells others, when the camera is lost and when it is back, away from the camera's own thread. */
final class CameraAudit implements CameraListener {

    private static final System.Logger LOG = System.getLogger(CameraAudit.class.getName());

    private final Supplier<AuditLog> log;
    private final Alarms alarms;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("camera-audit").factory());
    private boolean lost;

    CameraAudit(Supplier<AuditLog> log, Alarms alarms) {
        this.log = log;
        this.alarms = alarms;
    }

    @Override
    public void changed(CameraStatus status) {
        boolean lostNow = status instanceof CameraStatus.Reconnecting || status instanceof CameraStatus.Frozen;
        if (lostNow != lost && (lostNow || status.isLive())) {
            lost = lostNow;
            writer.execute(() -> write(status, lostNow));
        }
    }

    private void write(CameraStatus status, boolean lostNow) {
        alarms.part("camera", !lostNow, status.summary());
        try {
            log.get()
                    .append(AuditEvent.of(lostNow ? AuditKind.CAMERA_LOST : AuditKind.CAMERA_BACK, "camera")
                            .with(new AuditDetails()
                                    .put("camera", status.camera())
                                    .put("status", status.summary())));
        } catch (LintelException e) {
            LOG.log(Level.ERROR, "audit of the camera failed: " + e.getMessage());
        }
    }
}
