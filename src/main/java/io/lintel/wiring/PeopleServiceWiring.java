package io.lintel.wiring;

import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.People;
import io.lintel.gallery.VisitStore;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.photo.PhotoGate;
import io.lintel.service.CameraShots;
import io.lintel.service.ConsentTerms;
import io.lintel.service.LiveEnrolmentService;
import io.lintel.service.PendingEnrolments;
import io.lintel.service.PeopleExportService;
import io.lintel.service.PeopleImportService;
import io.lintel.service.PeopleService;
import io.lintel.service.PeopleTransferService;
import io.lintel.service.PersonPins;
import io.lintel.service.PersonalDataService;
import io.lintel.service.Retention;
import io.lintel.service.ScheduleService;
import io.lintel.service.Snapshots;
import io.lintel.service.visit.VisitConfirmations;
import io.lintel.service.visit.VisitLearning;
import io.lintel.storage.Database;
import io.lintel.system.MonotonicClock;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/** The use cases that are about people; what {@link ServiceWiring} says of services holds here too. */
@Dependent
final class PeopleServiceWiring {

    @Unremovable
    @Produces
    @Singleton
    PeopleService people(
            People people, Enrolment enrolment, PersonPins pins, AuditLog audit, PhotoGate gate, Snapshots snapshots) {
        return new PeopleService(people, enrolment, pins, audit, gate, snapshots);
    }

    @Produces
    @Singleton
    VisitConfirmations confirmations(AuditLog audit, People people) {
        return new VisitConfirmations(audit, people);
    }

    @Produces
    @Singleton
    VisitLearning learning(
            VisitConfirmations confirmations,
            People people,
            Gallery gallery,
            Enrolment enrolment,
            PeopleService service,
            Snapshots snapshots,
            AuditLog audit,
            ImmediateSettings live,
            Instance<FaceModels> models) {
        return new VisitLearning(
                confirmations,
                people,
                gallery,
                enrolment,
                service,
                snapshots,
                audit,
                () -> DecisionInForce.of(live.now(), models.get(), gallery)
                        .point()
                        .threshold());
    }

    @Produces
    @Singleton
    LiveEnrolmentService live(
            ApplianceComponents components, PeopleService people, ScheduleService schedules, AuditLog audit) {
        return new LiveEnrolmentService(components.liveEnrolment()::enrolments, people, schedules, audit);
    }

    @Unremovable
    @Produces
    @Singleton
    PeopleImportService imports(
            PeopleService service,
            People people,
            Enrolment enrolment,
            ScheduleService schedules,
            AuditLog audit,
            ZoneId zone,
            PhotoGate gate) {
        return new PeopleImportService(service, people, enrolment, schedules, audit, zone, gate);
    }

    /** While the database is still there. */
    void stop(@Observes ShutdownEvent event, PeopleImportService imports) {
        try {
            imports.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
    CameraShots cameraShots(LintelConfig config, FaceAnalyzer analyzer, Gallery gallery, Instance<FaceModels> models) {
        return new CameraShots(
                () -> SettingsMapper.camera(config),
                analyzer,
                gallery,
                () -> EnrolmentWiring.settings(config, models.get()));
    }

    @Produces
    @Singleton
    ConsentTerms consentTerms(People people, Database database, AuditLog audit, PeopleService service) {
        return new ConsentTerms(people, new VisitStore(database), audit, id -> service.remove(Retention.ACTOR, id));
    }

    @Unremovable
    @Produces
    @Singleton
    PersonalDataService personalData(
            PeopleService service, People people, ScheduleService schedules, AuditLog audit, Snapshots snapshots) {
        return new PersonalDataService(service, people, schedules, audit, snapshots);
    }

    @Produces
    @Singleton
    PeopleExportService exports(People people, ScheduleService schedules, AuditLog audit, ZoneId zone) {
        return new PeopleExportService(people, schedules, audit, zone);
    }

    @Unremovable
    @Produces
    @Singleton
    PeopleTransferService transfers(People people, Gallery gallery, ScheduleService schedules, AuditLog audit) {
        return new PeopleTransferService(people, gallery, schedules, audit);
    }
}
