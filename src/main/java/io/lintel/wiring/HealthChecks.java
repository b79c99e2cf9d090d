package io.lintel.wiring;

import io.lintel.alarm.OutletStatus;
import io.lintel.camera.CameraStatus;
import io.lintel.camera.CaptureLoop;
import io.lintel.door.Door;
import io.lintel.door.DoorStatus;
import io.lintel.face.FaceModels;
import io.lintel.storage.Database;
import io.lintel.storage.StorageHealth;
import io.lintel.system.LintelException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Each part of the door by name: ready when it does its work, live when its threads answer. */
@Dependent
final class HealthChecks {

    private final Serving serving;
    private final Instance<FaceModels> models;
    private final Database database;

    HealthChecks(Instance<FaceModels> models, Database database, Serving serving) {
        this.serving = serving;
        this.models = models;
        this.database = database;
    }

    @Produces
    @Readiness
    HealthCheck camera() {
        return () -> {
            HealthCheckResponseBuilder camera = HealthCheckResponse.named("camera");
            CameraStatus status = serving.camera().map(CaptureLoop::status).orElse(null);
            return status == null
                    ? camera.down().withData("status", "not started").build()
                    : camera.status(status.isLive())
                            .withData("camera", status.camera())
                            .withData("status", status.summary())
                            .build();
        };
    }

    @Produces
    @Readiness
    HealthCheck secondCamera() {
        return () -> {
            HealthCheckResponseBuilder second = HealthCheckResponse.named("second-camera");
            CameraStatus status =
                    serving.secondCamera().map(CaptureLoop::status).orElse(null);
            return status == null
                    ? second.up().withData("status", "none").build()
                    : second.status(status.isLive())
                            .withData("camera", status.camera())
                            .withData("status", status.summary())
                            .build();
        };
    }

    @Produces
    @Readiness
    HealthCheck models() {
        return () -> {
            HealthCheckResponseBuilder models = HealthCheckResponse.named("models");
            try {
                return models.up()
                        .withData("models", this.models.get().ids())
                        .withData("liveness", !this.models.get().liveness().isEmpty())
                        .withData(
                                "liveness-set", this.models.get().livenessSet().word())
                        .build();
            } catch (LintelException e) {
                return down(models, e.getMessage(), e.remedy());
            }
        };
    }

    @Produces
    @Readiness
    HealthCheck database() {
        return () -> {
            HealthCheckResponseBuilder database = HealthCheckResponse.named("database");
            try {
                StorageHealth health = this.database.health();
                return health.ok() ? database.up().build() : down(database, health.detail(), health.remedy());
            } catch (LintelException e) {
                return down(database, e.getMessage(), e.remedy());
            }
        };
    }

    @Produces
    @Readiness
    HealthCheck door() {
        return () -> {
            HealthCheckResponseBuilder door = HealthCheckResponse.named("door");
            DoorStatus status = serving.door().map(Door::status).orElse(null);
            return status == null
                    ? door.down().withData("status", "not started").build()
                    : door.status(status.isHealthy())
                            .withData("state", status.door().state().name())
                            .withData("relay", status.relay())
                            .withData("fault", status.relayFault())
                            .build();
        };
    }

    @Produces
    @Readiness
    HealthCheck recognition() {
        return () -> HealthCheckResponse.named("recognition")
                .status(serving.obstacle().isEmpty() && serving.answers())
                .withData("status", serving.obstacle().isEmpty() ? "on" : serving.obstacle())
                .build();
    }

    /** Whether others can be told; up where nobody is to be. */
    @Produces
    @Readiness
    HealthCheck alarms() {
        return () -> {
            HealthCheckResponseBuilder alarms = HealthCheckResponse.named("alarms");
            boolean works = true;
            for (OutletStatus outlet : serving.outlets()) {
                works &= outlet.fault().isEmpty();
                alarms.withData(outlet.name(), outlet.fault().isEmpty() ? "works" : outlet.fault())
                        .withData(outlet.name() + " waiting", outlet.waiting())
                        .withData(outlet.name() + " delivered", outlet.delivered())
                        .withData(outlet.name() + " dropped", outlet.dropped());
            }
            return alarms.status(works).build();
        };
    }

    @Produces
    @Liveness
    HealthCheck threads() {
        return () -> {
            List<String> silent = serving.silent();
            return HealthCheckResponse.named("threads")
                    .status(silent.isEmpty())
                    .withData("silent", String.join(", ", silent))
                    .build();
        };
    }

    private static HealthCheckResponse down(HealthCheckResponseBuilder check, @Nullable String why, String remedy) {
        return check.down()
                .withData("reason", String.valueOf(why))
                .withData("remedy", remedy)
                .build();
    }
}
