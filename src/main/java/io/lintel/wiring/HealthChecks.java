package io.lintel.wiring;

import io.lintel.appliance.ComponentStatus;
import io.lintel.appliance.SystemStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** The components by name for {@code /q/health}: ready when they do their work, live when their threads answer. */
@Dependent
final class HealthChecks {

    private final SystemStatus system;

    HealthChecks(SystemStatus system) {
        this.system = system;
    }

    @Produces
    @Readiness
    HealthCheck alarms() {
        return () -> check("alarms");
    }

    @Produces
    @Readiness
    HealthCheck settings() {
        return () -> check("settings");
    }

    @Produces
    @Readiness
    HealthCheck door() {
        return () -> check("door");
    }

    @Produces
    @Readiness
    HealthCheck camera() {
        return () -> check("camera");
    }

    @Produces
    @Readiness
    HealthCheck secondCamera() {
        return () -> check("second-camera");
    }

    @Produces
    @Readiness
    HealthCheck disk() {
        return () -> check("disk");
    }

    @Produces
    @Readiness
    HealthCheck models() {
        return () -> check("models");
    }

    @Produces
    @Readiness
    HealthCheck database() {
        return () -> check("database");
    }

    @Produces
    @Readiness
    HealthCheck people() {
        return () -> check("people");
    }

    @Produces
    @Readiness
    HealthCheck recognition() {
        return () -> check("recognition");
    }

    @Produces
    @Readiness
    HealthCheck program() {
        return () -> check("program");
    }

    @Produces
    @Readiness
    HealthCheck audit() {
        return () -> check("audit");
    }

    @Produces
    @Readiness
    HealthCheck backups() {
        return () -> check("backups");
    }

    @Produces
    @Readiness
    HealthCheck key() {
        return () -> check("key");
    }

    @Produces
    @Readiness
    HealthCheck challenge() {
        return () -> check("challenge");
    }

    @Produces
    @Readiness
    HealthCheck certificate() {
        return () -> check("certificate");
    }

    @Produces
    @Readiness
    HealthCheck calendar() {
        return () -> check("calendar");
    }

    @Produces
    @Readiness
    HealthCheck temperature() {
        return () -> check("temperature");
    }

    /** What the watchdog asks. */
    @Produces
    @Liveness
    HealthCheck threads() {
        return () -> {
            List<String> silent = system.unresponsiveComponents();
            return HealthCheckResponse.named("threads")
                    .status(silent.isEmpty())
                    .withData("silent", String.join(", ", silent))
                    .build();
        };
    }

    private HealthCheckResponse check(String name) {
        return system.of(name)
                .map(HealthChecks::response)
                .orElseGet(() -> HealthCheckResponse.named(name)
                        .up()
                        .withData("status", "none")
                        .build());
    }

    static HealthCheckResponse response(ComponentStatus component) {
        HealthCheckResponseBuilder check = HealthCheckResponse.named(component.component())
                .status(component.ready())
                .withData("status", component.text());
        if (!component.remedy().isEmpty()) {
            check.withData("remedy", component.remedy());
        }
        component.details().forEach((key, value) -> {
            switch (value) {
                case Boolean yes -> check.withData(key, yes);
                case Number number -> check.withData(key, number.longValue());
                default -> check.withData(key, value.toString());
            }
        });
        return check.build();
    }
}
