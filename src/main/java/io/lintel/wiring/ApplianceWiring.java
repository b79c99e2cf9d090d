package io.lintel.wiring;

import io.lintel.access.loop.AccessEvents;
import io.lintel.access.pin.PinEntry;
import io.lintel.access.pin.PinSettings;
import io.lintel.appliance.Appliance;
import io.lintel.appliance.SystemStatus;
import io.lintel.audit.AuditLog;
import io.lintel.service.CameraService;
import io.lintel.service.DoorService;
import io.lintel.service.PersonPins;
import io.lintel.system.MonotonicClock;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** The appliance, and what others may know of it: each gets the one thing that it needs. */
@Dependent
final class ApplianceWiring {

    @Produces
    @Singleton
    Appliance appliance(ApplianceComponents components) {
        return new Appliance(components.inStartOrder());
    }

    @Produces
    @Singleton
    SystemStatus status(Appliance appliance) {
        return new SystemStatus(appliance, MonotonicClock.SYSTEM);
    }

    @Produces
    @Singleton
    Restart restart(DoorService door, AccessEvents events, AuditLog audit) {
        return new Restart(door, events, audit, MonotonicClock.SYSTEM, System.getenv(), Quarkus::asyncExit);
    }

    /** What goes on at the door, live. */
    @Produces
    @Singleton
    AccessEvents events() {
        return new AccessEvents();
    }

    /** Where the door screen hands in what was typed. */
    @Produces
    @Singleton
    PinEntry pins(PersonPins persons) {
        return new PinEntry(
                persons,
                PinSettings.DEFAULT,
                MonotonicClock.SYSTEM,
                new SecureRandom(),
                check -> Thread.ofVirtual().name("lintel-pin").start(check));
    }

    @Produces
    @Singleton
    DoorService door(DoorComponent door) {
        return new DoorService(door::door);
    }

    @Produces
    @Singleton
    CameraService camera(Instance<ApplianceComponents> components) {
        return new CameraService(
                () -> components.get().camera().capture(),
                () -> components.get().livePicture().pictures());
    }
}
