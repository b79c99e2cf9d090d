package io.lintel.wiring;

import io.lintel.audit.AuditLog;
import io.lintel.audit.SnapshotFolder;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.People;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.schedule.Schedules;
import io.lintel.service.CameraShots;
import io.lintel.service.DoorService;
import io.lintel.service.FaceLookupService;
import io.lintel.service.LiveEnrolmentService;
import io.lintel.service.LogService;
import io.lintel.service.PendingEnrolments;
import io.lintel.service.PeopleImportService;
import io.lintel.service.PeopleService;
import io.lintel.service.PersonNames;
import io.lintel.service.PersonPins;
import io.lintel.service.ScheduleService;
import io.lintel.service.SettingsService;
import io.lintel.service.Snapshots;
import io.lintel.system.MonotonicClock;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;
import org.eclipse.microprofile.config.Config;

/**
 * The use cases. None of them fails to be made: what they stand on are proxies, which fail at the call as long as their part cannot
 * be had. Commands look them up by class, so none may be removed as unused.
 */
@Dependent
final class ServiceWiring {

    /** Of the site: all times of schedules and forms are by its clock. */
    @Unremovable
    @Produces
    @Singleton
    ZoneId zone(LintelConfig config) {
        return RoomSettings.timeZone(config);
    }

    @Unremovable
    @Produces
    @Singleton
    PeopleService people(People people, Enrolment enrolment, PersonPins pins, AuditLog audit) {
        return new PeopleService(people, enrolment, pins, audit);
    }

    @Produces
    @Singleton
    LiveEnrolmentService live(Serving serving, PeopleService people, AuditLog audit) {
        return new LiveEnrolmentService(serving::enrolments, people, audit);
    }

    @Unremovable
    @Produces
    @Singleton
    PeopleImportService imports(People people, Enrolment enrolment, Schedules schedules, AuditLog audit, ZoneId zone) {
        return new PeopleImportService(people, enrolment, schedules, audit, zone);
    }

    /** While the database is still there. */
    void stop(@Observes ShutdownEvent event, PeopleImportService imports) {
        try {
            imports.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Unremovable
    @Produces
    @Singleton
    FaceLookupService lookups(
            People people,
            Gallery gallery,
            FaceAnalyzer analyzer,
            Instance<FaceModels> models,
            Serving serving,
            LintelConfig config,
            AuditLog audit) {
        return new FaceLookupService(
                people,
                gallery,
                analyzer,
                (into, patience) -> serving.camera().isPresent()
                        && serving.camera().get().tap().next(into, 0, patience) != 0,
                new FaceLookupService.Rules(
                        () -> Recognition.thresholds(models.get()),
                        RoomSettings.access(config).threshold(),
                        config.decision().margin()),
                audit);
    }

    @Produces
    @Singleton
    PendingEnrolments pending() {
        return new PendingEnrolments(MonotonicClock.SYSTEM);
    }

    /** Runs beside no door: the camera is opened for the shots. */
    @Unremovable
    @Produces
    @Singleton
    CameraShots cameraShots(LintelConfig config, FaceAnalyzer analyzer, Gallery gallery) {
        return new CameraShots(() -> RoomSettings.camera(config), analyzer, gallery);
    }

    @Unremovable
    @Produces
    @Singleton
    ScheduleService schedules(Schedules schedules, AuditLog audit, ZoneId zone) {
        return new ScheduleService(schedules, audit, zone, InstantSource.system());
    }

    @Produces
    @Singleton
    SettingsService settings(AuditLog audit, Config running) {
        return new SettingsService(audit, key -> running.getOptionalValue(key, String.class), RoomSettings::check);
    }

    @Produces
    @Singleton
    DoorService door(Serving serving) {
        return new DoorService(serving::door);
    }

    @Unremovable
    @Produces
    @Singleton
    LogService log(AuditLog audit) {
        return new LogService(audit);
    }

    @Produces
    @Singleton
    PersonNames names(Gallery gallery) {
        return new PersonNames(gallery);
    }

    @Produces
    @Singleton
    Snapshots snapshots(AuditLog audit, People people, LintelConfig config) {
        return new Snapshots(
                audit,
                people,
                new SnapshotFolder(
                        RunMode.of(config).snapshots(config), RoomSettings.snapshots(config), InstantSource.system()),
                config.log().snapshots());
    }
}
