package io.lintel.wiring;

import io.lintel.access.EntryRule;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.account.SessionStore;
import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.door.ModeMemory;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.People;
import io.lintel.gallery.photo.PhotoGate;
import io.lintel.schedule.Schedules;
import io.lintel.service.AlarmService;
import io.lintel.service.BackupService;
import io.lintel.service.CalendarSubscription;
import io.lintel.service.CameraService;
import io.lintel.service.DoorService;
import io.lintel.service.EntryService;
import io.lintel.service.FaceLookupService;
import io.lintel.service.LogService;
import io.lintel.service.PersonNames;
import io.lintel.service.ScheduleService;
import io.lintel.service.tuning.TuningService;
import io.lintel.storage.Database;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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
        return SettingsMapper.timeZone(config);
    }

    @Unremovable
    @Produces
    @Singleton
    PhotoGate photoGate() {
        return PhotoGate.ofProcess();
    }

    @Unremovable
    @Produces
    @Singleton
    BackupService backups(Database database, AuditLog audit, LintelConfig config, ImmediateSettings live) {
        return new BackupService(
                audit,
                BackupSettings.backups(config, database),
                new SessionStore(database),
                () -> BackupSettings.plan(live.now()),
                BackupSettings.destroyedKeys(config, database));
    }

    /** The door's own rule. Where no door runs in this process, what its orders left behind says how it is held. */
    @Produces
    @Singleton
    EntryRule entryRule(Gallery gallery, Schedules schedules, ZoneId zone, DoorService door, LintelConfig config) {
        ModeMemory memory = DoorSetUp.modes(config);
        return new EntryRule(
                new PersonAccesses(gallery, schedules),
                () -> schedules.snapshot().calendar(),
                InstantSource.system(),
                zone,
                () -> door.status()
                        .map(status -> status.door().mode())
                        .orElseGet(() -> memory.load().inForce()));
    }

    @Produces
    @Singleton
    EntryService entries(EntryRule rule, DoorService door) {
        return new EntryService(rule, door);
    }

    @Unremovable
    @Produces
    @Singleton
    FaceLookupService lookups(
            People people,
            Gallery gallery,
            FaceAnalyzer analyzer,
            Instance<FaceModels> models,
            CameraService camera,
            ImmediateSettings live,
            EntryService entries,
            AuditLog audit,
            PhotoGate gate) {
        return new FaceLookupService(
                people,
                gallery,
                analyzer,
                camera,
                () -> FaceLookupService.Rules.of(
                        ThresholdTable.of(models.get().embedderProfile()),
                        AccessSettingsMapper.access(live.now(), models.get().embedderProfile())),
                entries,
                audit,
                gate);
    }

    @Unremovable
    @Produces
    @Singleton
    ScheduleService schedules(Schedules schedules, AuditLog audit, ZoneId zone) {
        return new ScheduleService(schedules, audit, zone, InstantSource.system());
    }

    @Produces
    @Singleton
    CalendarSubscription.Followed calendar(ImmediateSettings live, ScheduleService schedules) {
        CalendarSubscription.Followed followed = new CalendarSubscription.Followed();
        followed.follow(subscription(live.now(), schedules));
        live.onChange(
                "calendar", List.of("lintel.holidays."), config -> followed.follow(subscription(config, schedules)));
        return followed;
    }

    private static Optional<CalendarSubscription> subscription(LintelConfig config, ScheduleService schedules) {
        return SettingsMapper.calendar(config)
                .map(from -> new CalendarSubscription(
                        from.host(), from::fetch, schedules.holidays(), InstantSource.system()));
    }

    @Unremovable
    @Produces
    @Singleton
    LogService log(AuditLog audit) {
        return new LogService(audit);
    }

    @Produces
    @Singleton
    TuningService tuning(People people, Gallery gallery, AuditLog audit) {
        return new TuningService(people, gallery, audit, InstantSource.system());
    }

    @Produces
    @Singleton
    AlarmService alarms(AuditLog audit) {
        return new AlarmService(audit, InstantSource.system());
    }

    @Produces
    @Singleton
    PersonNames names(Gallery gallery) {
        return new PersonNames(gallery);
    }
}
