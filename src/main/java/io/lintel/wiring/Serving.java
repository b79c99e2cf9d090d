package io.lintel.wiring;

import io.lintel.access.loop.AccessEvents;
import io.lintel.access.loop.VisionLoop;
import io.lintel.access.pin.PinDesk;
import io.lintel.access.pin.PinSettings;
import io.lintel.account.SetUp;
import io.lintel.alarm.OutletStatus;
import io.lintel.audit.AuditLog;
import io.lintel.camera.CameraSettings;
import io.lintel.camera.CameraSource;
import io.lintel.camera.CaptureLoop;
import io.lintel.camera.FrameMailbox;
import io.lintel.camera.LivePicture;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.door.Delivery;
import io.lintel.door.Door;
import io.lintel.face.FaceModels;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.GalleryWatcher;
import io.lintel.gallery.People;
import io.lintel.gallery.VisitStore;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.live.LiveEnrolments;
import io.lintel.schedule.DoorScheduler;
import io.lintel.schedule.Schedules;
import io.lintel.service.ConsentTerms;
import io.lintel.service.PeopleService;
import io.lintel.service.PersonPins;
import io.lintel.service.Retention;
import io.lintel.service.Snapshots;
import io.lintel.storage.Database;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import io.lintel.system.Recurring;
import io.lintel.system.SdNotify;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The running door, in the order in which its parts start: the relay is safe first, then the camera opens, then recognition
 * begins as soon as models and database are there. Request-to-exit and fire work from the first step on. Thread-safe.
 */
@Unremovable
@Singleton
public class Serving {

    private static final System.Logger LOG = System.getLogger(Serving.class.getName());
    /** A frame takes 30 ms and a wait for one 250 ms; longer than this and the thread hangs. */
    private static final Duration VISION_SILENCE = Duration.ofSeconds(10);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private static volatile boolean serves;

    private final LintelConfig config;
    private final Database storage;
    private final AuditLog audit;
    private final Instance<FaceModels> models;
    private final Gallery enrolled;
    private final People people;
    private final Enrolment enrolment;
    private final Schedules schedules;
    private final Snapshots snapshots;
    private final PeopleService peopleService;
    private final SetUp setUp;
    private final Recognition recognition;
    private final StandingWarnings warnings;
    private final ZoneId zone;
    private final MeterRegistry metrics;
    private final AccessEvents events = new AccessEvents();
    private final ServiceManager systemd = new ServiceManager(SdNotify.fromEnvironment(), this::silent);
    private final PinDesk pins;
    private final Thread beginner =
            Thread.ofPlatform().daemon().name("recognition-begin").unstarted(this::begin);

    private volatile @Nullable Door door;
    private volatile @Nullable CaptureLoop camera;
    private volatile @Nullable LivePicture pictures;
    private volatile @Nullable CaptureLoop second;
    private volatile @Nullable VisionLoop vision;
    private volatile @Nullable Recurring gallery;
    private volatile @Nullable DatabaseWatch database;
    private volatile @Nullable Alarms alarms;
    private @Nullable Recurring clock;
    private @Nullable Retention retention;
    private @Nullable BoxAudit boxAudit;
    private volatile @Nullable Recurring scheduler;
    private volatile @Nullable LiveEnrolments enrolments;
    private volatile String obstacle = "starting";
    private boolean setUpOffered; // only the beginner's

    Serving(
            LintelConfig config,
            Database storage,
            AuditLog audit,
            Instance<FaceModels> models,
            Gallery enrolled,
            People people,
            Enrolment enrolment,
            Schedules schedules,
            Snapshots snapshots,
            PeopleService peopleService,
            PersonPins personPins,
            SetUp setUp,
            Recognition recognition,
            StandingWarnings warnings,
            ZoneId zone,
            MeterRegistry metrics) {
        this.config = config;
        this.storage = storage;
        this.audit = audit;
        this.models = models;
        this.enrolled = enrolled;
        this.people = people;
        this.enrolment = enrolment;
        this.schedules = schedules;
        this.snapshots = snapshots;
        this.peopleService = peopleService;
        this.setUp = setUp;
        this.recognition = recognition;
        this.warnings = warnings;
        this.zone = zone;
        this.metrics = metrics;
        this.pins = new PinDesk(
                personPins,
                PinSettings.DEFAULT,
                MonotonicClock.SYSTEM,
                new SecureRandom(),
                check -> Thread.ofVirtual().name("lintel-pin").start(check));
    }

    /**
     * Door and camera, in this order, while Quarkus still starts: before the pages listen, so that whatever the web part needs or
     * lacks, the relay is at its locked level and the exit button works. Does nothing in a command that does not serve.
     */
    synchronized void openBeforeThePages(@Observes StartupEvent event) {
        if (!serves) {
            return;
        }
        try {
            makeDoorSafe();
            openCamera();
        } catch (LintelException e) {
            LOG.log(Level.DEBUG, "start tries again and then says what is wrong", e);
        }
    }

    /** Said by {@code lintel serve} before Quarkus starts; static, since there is no bean yet to say it to. */
    public static void announceServing() {
        serves = true;
    }

    public synchronized void start() {
        makeDoorSafe();
        openCamera();
        watchTheBox(Objects.requireNonNull(alarms));
        beginner.start();
        announce();
        systemd.ready();
    }

    private void makeDoorSafe() {
        if (door != null) {
            return;
        }
        JournalHandler.installWhereTheJournalListens();
        Alarms told = Alarms.of(config);
        DoorMetrics doorMetrics = new DoorMetrics(metrics);
        Door doorway = DoorSetUp.of(config, new DoorAudit(() -> audit));
        doorway.listen("door-alarms", Delivery.BEST_EFFORT, told.door());
        doorway.listen("door-metrics", Delivery.BEST_EFFORT, doorMetrics);
        doorway.start();
        doorMetrics.watch(doorway);
        alarms = told;
        door = doorway;
    }

    private void openCamera() {
        if (camera != null) {
            return;
        }
        Alarms told = Objects.requireNonNull(alarms);
        CaptureLoop capture = new CaptureLoop(
                CameraSource.of(RoomSettings.camera(config), MonotonicClock.SYSTEM),
                RoomSettings.captureLimits(config),
                MonotonicClock.SYSTEM,
                new CameraAudit(() -> audit, told));
        capture.start();
        camera = capture;
        new CameraMetrics(capture).bindTo(metrics);
        pictures = new LivePicture(capture.tap(), MonotonicClock.SYSTEM);
        RoomSettings.secondCamera(config).ifPresent(settings -> startSecond(settings, told));
    }

    private void watchTheBox(Alarms told) {
        events.subscribe(told.access());
        events.subscribe(AlarmMetrics.counting(metrics));
        new AlarmMetrics(told).bindTo(metrics);
        database = new DatabaseWatch(
                () -> storage, MonotonicClock.SYSTEM, (works, why) -> told.part("database", works, why));
        database.start();
        boxAudit = new BoxAudit(() -> audit);
        clock = new ClockWatch(MonotonicClock.SYSTEM, InstantSource.system(), boxAudit::clockJumped).start();
        retention = new Retention(
                audit,
                new ConsentTerms(
                        people, new VisitStore(storage), audit, id -> peopleService.remove(Retention.ACTOR, id)),
                snapshots,
                RoomSettings.log(config),
                InstantSource.system(),
                MonotonicClock.SYSTEM);
        retention.start();
    }

    private void startSecond(CameraSettings settings, Alarms told) {
        CaptureLoop loop = new CaptureLoop(
                CameraSource.of(settings, MonotonicClock.SYSTEM),
                RoomSettings.captureLimits(config),
                MonotonicClock.SYSTEM,
                new CameraAudit(() -> audit, told));
        loop.start();
        second = loop;
    }

    /** The infrared or depth camera that has to agree; empty where there is none. */
    public Optional<CaptureLoop> secondCamera() {
        return Optional.ofNullable(second);
    }

    /** The door; empty while this program is not serving one. */
    public Optional<Door> door() {
        return Optional.ofNullable(door);
    }

    public Optional<CaptureLoop> camera() {
        return Optional.ofNullable(camera);
    }

    /** What the camera sees, for people who watch. */
    public Optional<LivePicture> pictures() {
        return Optional.ofNullable(pictures);
    }

    /** Empty until models and database were there. */
    public Optional<VisionLoop> vision() {
        return Optional.ofNullable(vision);
    }

    /** Enrolments at the door's camera. @throws LintelException until models and database were there */
    public LiveEnrolments enrolments() {
        LiveEnrolments ready = enrolments;
        if (ready == null) {
            throw new LintelException("Recognition has not begun: " + obstacle, "wait until it has, and try again");
        }
        return ready;
    }

    /** Whether all of its parts answer. */
    public boolean answers() {
        return silent().isEmpty();
    }

    /**
     * The parts whose threads do not answer, by name; what has not started yet is not asked. A camera that is lost, a disk that is
     * full, a relay that does not obey all answer: starting again would not mend them.
     */
    public List<String> silent() {
        List<String> silent = new ArrayList<>();
        addIf(silent, door, doorway -> !doorway.status().alive(), "door");
        addIf(silent, camera, capture -> !capture.answers(), "camera");
        addIf(silent, database, watch -> !watch.answers(), "database");
        addIf(silent, scheduler, watcher -> !watcher.answers(DoorScheduler.SILENCE), "schedules");
        addIf(silent, gallery, watcher -> !watcher.answers(GalleryWatcher.SILENCE), "gallery");
        addIf(
                silent,
                vision,
                loop -> MonotonicClock.SYSTEM.nanos() - loop.status().lastTurnNanos() >= VISION_SILENCE.toNanos(),
                "recognition");
        return silent;
    }

    private static <T> void addIf(List<String> names, @Nullable T part, Predicate<T> hangs, String name) {
        if (part != null && hangs.test(part)) {
            names.add(name);
        }
    }

    /** Who is told of alarms, and how that goes. */
    public List<OutletStatus> outlets() {
        Alarms told = alarms;
        return told == null ? List.of() : told.status();
    }

    /** Where the door screen hands in what was typed. */
    public PinDesk pins() {
        return pins;
    }

    /** What goes on at the door, live. */
    public AccessEvents events() {
        return events;
    }

    /** Why recognition has not begun; empty when it has. */
    public String obstacle() {
        return obstacle;
    }

    private void announce() {
        if (RunMode.of(config) == RunMode.DEMO) {
            LOG.log(
                    Level.WARNING,
                    "This is a demonstration: no camera was found (or the demo was asked for), so recorded clips of invented "
                            + "people are played, in a database of their own, and the relay is simulated.");
        }
    }

    /** A box without an account prints, once a start, what proves to its pages that someone may make the first one. */
    private void offerSetUp() {
        if (!setUpOffered) {
            setUp.begin()
                    .ifPresent(token -> LOG.log(
                            Level.WARNING,
                            "nobody can sign in yet: open /admin/setup in a browser on this machine, set-up-token={0}",
                            token));
            setUpOffered = true;
        }
    }

    private @Nullable FrameMailbox mailboxOfSecond() {
        CaptureLoop loop = second;
        return loop == null ? null : loop.mailbox();
    }

    /** Tries until it succeeds: a database that comes back must not need a restart. */
    private void begin() {
        try {
            while (!tryToBegin()) {
                Thread.sleep(TRY_AGAIN);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "recognition stopped before it began");
        }
    }

    private boolean tryToBegin() {
        CaptureLoop capture = camera;
        Door doorway = door;
        if (capture == null || doorway == null) {
            throw new IllegalStateException("recognition begins after camera and door");
        }
        try {
            // Before the models are loaded: the door's schedule needs none.
            if (scheduler == null) {
                scheduler = DoorSchedulerWiring.start(doorway, schedules, audit, zone, events);
            }
            offerSetUp();
            EnrolmentWiring.keepPortraitsOnlyIfWanted(config, people, audit);
            if (RunMode.of(config) == RunMode.DEMO) {
                new DemoPeople(enrolled, peopleService).enrolIfNobodyIs();
                events.subscribe(new DemoNarrator(enrolled, capture));
            }
            LiveEnrolments live = EnrolmentWiring.live(config, models::get, enrolled, enrolment, capture.tap());
            VisionLoop loop = recognition.between(
                    capture.mailbox(),
                    doorway,
                    events,
                    new LoopMetrics(metrics),
                    pins,
                    mailboxOfSecond(),
                    live::isRunning);
            enrolments = live;
            gallery = GalleryWatcher.start(enrolled);
            loop.start();
            vision = loop;
            obstacle = "";
            LOG.log(
                    Level.INFO,
                    "recognition state=on persons={0} models=\"{1}\"",
                    enrolled.summary().searchable(),
                    models.get().ids());
            warnings.now().forEach(warning -> LOG.log(Level.WARNING, warning.text()));
            return true;
        } catch (LintelException e) {
            String now = e.getMessage() + " (" + e.remedy() + ")";
            if (!now.equals(obstacle)) {
                LOG.log(Level.ERROR, "recognition state=off reason=\"{0}\"", now);
            }
            obstacle = now;
            return false;
        }
    }

    /**
     * While the database is still there: the door goes last, so that its stop is in the log. Not left to the command that
     * started it, which a signal wakes when Quarkus is already taking the house down.
     */
    synchronized void stop(@Observes ShutdownEvent event) {
        systemd.close();
        beginner.interrupt();
        close(enrolments);
        close(vision);
        close(gallery);
        close(scheduler);
        close(clock);
        close(retention);
        close(database);
        close(pictures);
        close(camera);
        close(second);
        close(door);
        events.close();
        close(boxAudit);
        close(alarms);
    }

    private static void close(@Nullable AutoCloseable part) {
        if (part == null) {
            return;
        }
        try {
            part.close();
        } catch (Exception e) {
            LOG.log(Level.ERROR, "stop of " + part.getClass().getSimpleName() + " failed", e);
        }
    }
}
