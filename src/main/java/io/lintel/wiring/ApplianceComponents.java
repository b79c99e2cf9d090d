package io.lintel.wiring;

import static io.lintel.appliance.Component.StartPhase.WHEN_POSSIBLE;

import io.lintel.access.loop.AccessEvents;
import io.lintel.access.loop.VisionLoop;
import io.lintel.access.pin.PinEntry;
import io.lintel.appliance.Component;
import io.lintel.appliance.DiskSpace;
import io.lintel.appliance.Probe;
import io.lintel.appliance.Temperature;
import io.lintel.audit.AuditLog;
import io.lintel.camera.CameraListener;
import io.lintel.camera.CaptureLoop;
import io.lintel.config.Installation;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.face.FaceModels;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.GalleryWatcher;
import io.lintel.gallery.People;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.schedule.DoorScheduler;
import io.lintel.schedule.Schedules;
import io.lintel.service.BackupService;
import io.lintel.service.CalendarSubscription;
import io.lintel.service.ConsentTerms;
import io.lintel.service.PeopleService;
import io.lintel.service.Snapshots;
import io.lintel.system.Recurring;
import io.lintel.system.Thermometer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The running product. {@link #inStartOrder} is to be read from top to bottom: the relay is safe first, then the camera opens, then
 * recognition starts as soon as models and database are there. They stop from bottom to top: the door after recognition, while the database still takes
 * its last event.
 */
@Singleton
final class ApplianceComponents {

    private static final System.Logger LOG = System.getLogger(ApplianceComponents.class.getName());

    private final LintelConfig config;
    private final CertificateExchange certificates;
    private final ImmediateSettings live;
    private final AuditChainComponent chain;
    private final AlarmsComponent alarms;
    private final DoorComponent door;
    private final DatabaseComponent database;
    private final ClockComponent clock;
    private final RecognitionStatus recognitionStatus;
    private final Recognition recognition;
    private final StandingWarnings warnings;
    private final AuditLog audit;
    private final Instance<FaceModels> models;
    private final Gallery gallery;
    private final People people;
    private final PeopleService peopleService;
    private final ConsentTerms consentTerms;
    private final Schedules schedules;
    private final Snapshots snapshots;
    private final SetUpOffer setUp;
    private final AccessEvents events;
    private final PinEntry pins;
    private final ZoneId zone;
    private final MeterRegistry metrics;
    private final BackupsComponent backups;
    private final CalendarComponent calendar;

    private final CaptureComponent camera;
    private final CaptureComponent secondCamera;
    private final LivePictureComponent livePicture;
    private final LiveEnrolmentComponent liveEnrolment;

    ApplianceComponents(
            LintelConfig config,
            ImmediateSettings live,
            AuditChainComponent chain,
            AlarmsComponent alarms,
            DoorComponent door,
            DatabaseComponent database,
            ClockComponent clock,
            RecognitionStatus recognitionStatus,
            Recognition recognition,
            StandingWarnings warnings,
            AuditLog audit,
            Instance<FaceModels> models,
            Gallery gallery,
            People people,
            PeopleService peopleService,
            ConsentTerms consentTerms,
            Enrolment enrolment,
            Schedules schedules,
            Snapshots snapshots,
            BackupService backupService,
            CalendarSubscription.Followed followed,
            SetUpOffer setUp,
            AccessEvents events,
            PinEntry pins,
            CameraFindings findings,
            ZoneId zone,
            CertificateExchange certificates,
            MeterRegistry metrics) {
        this.certificates = certificates;
        this.config = config;
        this.live = live;
        this.chain = chain;
        this.alarms = alarms;
        this.door = door;
        this.database = database;
        this.clock = clock;
        this.recognitionStatus = recognitionStatus;
        this.recognition = recognition;
        this.warnings = warnings;
        this.audit = audit;
        this.models = models;
        this.gallery = gallery;
        this.people = people;
        this.peopleService = peopleService;
        this.consentTerms = consentTerms;
        this.schedules = schedules;
        this.snapshots = snapshots;
        this.setUp = setUp;
        this.events = events;
        this.pins = pins;
        this.zone = zone;
        this.metrics = metrics;
        calendar = new CalendarComponent(followed, zone);
        backups = new BackupsComponent(backupService, InstantSource.system());
        camera = new CaptureComponent(
                "camera",
                () -> Optional.of(SettingsMapper.camera(config)),
                () -> SettingsMapper.captureLimits(config),
                this::cameraAudit,
                capture -> new CameraMetrics(capture).bindTo(metrics),
                findings::camera);
        secondCamera = new CaptureComponent(
                "second-camera",
                () -> SettingsMapper.secondCamera(config),
                () -> SettingsMapper.captureLimits(config),
                this::cameraAudit,
                capture -> {},
                findings::secondCamera);
        livePicture = new LivePictureComponent(camera::capture);
        liveEnrolment = new LiveEnrolmentComponent(config, models, gallery, enrolment, camera::capture);
    }

    /** What runs while {@code lintel serve} does. */
    List<Component> inStartOrder() {
        Thermometer thermometer = new Thermometer();
        return List.of(
                chain,
                alarms,
                door,
                camera,
                secondCamera,
                livePicture,
                new Probe(
                        "disk",
                        () -> Optional.of(DiskSpace.status("disk", config.data().folder()))),
                new Probe("temperature", () -> Temperature.status("temperature", thermometer)),
                new Probe("settings", StartSettings::status),
                new Probe("key", recognitionStatus::key),
                new Probe("models", recognitionStatus::models),
                new Probe("challenge", recognitionStatus::challenge),
                database,
                clock,
                new ProgramComponent(Installation.current()),
                RetentionTask.of(live, audit, consentTerms, snapshots),
                backups,
                calendar,
                new CertificateComponent(certificates),
                new RecurringComponent(
                        "schedules", WHEN_POSSIBLE, DoorScheduler.SILENCE, this::followSchedules, Optional::empty),
                Task.once("set-up", WHEN_POSSIBLE, setUp::make),
                Task.once(
                        "portraits",
                        WHEN_POSSIBLE,
                        () -> EnrolmentWiring.keepPortraitsOnlyIfWanted(config, people, audit)),
                Task.once("demo", WHEN_POSSIBLE, this::prepareDemo),
                liveEnrolment,
                new RecurringComponent(
                        "people",
                        WHEN_POSSIBLE,
                        GalleryWatcher.SILENCE,
                        () -> GalleryWatcher.start(gallery),
                        recognitionStatus::people),
                new RecognitionComponent(
                        this::visionLoop,
                        this::recognitionStarted,
                        () -> AccessSettingsMapper.distance(live.now()),
                        AccessSettingsMapper.loop(config).unlockWithin()));
    }

    CaptureComponent camera() {
        return camera;
    }

    LivePictureComponent livePicture() {
        return livePicture;
    }

    LiveEnrolmentComponent liveEnrolment() {
        return liveEnrolment;
    }

    private CameraListener cameraAudit() {
        return new CameraAudit(() -> audit, alarms.receivers());
    }

    /** Needs no models: the door follows its own schedule without recognition. */
    private Recurring followSchedules() {
        return DoorSchedulerWiring.start(door.running(), schedules, audit, zone, events);
    }

    private void prepareDemo() {
        if (RunMode.of(config) == RunMode.DEMO) {
            new DemoPeople(gallery, peopleService).enrolIfNobodyIs();
            events.subscribe(new DemoNarrator(gallery, camera.capture().orElseThrow()));
        }
    }

    private VisionLoop visionLoop() {
        return recognition.between(
                camera.capture().orElseThrow().mailbox(),
                door.running(),
                events,
                new LoopMetrics(metrics),
                pins,
                secondCamera.capture().map(CaptureLoop::mailbox).orElse(null),
                liveEnrolment::isRunning);
    }

    private void recognitionStarted(VisionLoop loop) {
        LOG.log(
                Level.INFO,
                "recognition state=on persons={0} models=\"{1}\"",
                gallery.summary().searchable(),
                models.get().ids());
        warnings.now().forEach(warning -> LOG.log(Level.WARNING, warning.text()));
    }
}
