package io.lintel.wiring;

import io.lintel.camera.CameraStatus;
import io.lintel.camera.CaptureLoop;
import io.lintel.config.LintelConfig;
import io.lintel.door.Alarm;
import io.lintel.door.Door;
import io.lintel.door.DoorStatus;
import io.lintel.face.FaceModels;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.GallerySummary;
import io.lintel.storage.Database;
import io.lintel.storage.StorageHealth;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import io.lintel.system.Thermometer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The whole box at a glance, asked anew every two seconds at most. Thread-safe. */
@Singleton
public class BoxParts {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final long SHORT_OF_DISK = 1L << 30;
    private static final long OUT_OF_DISK = 128L << 20;
    /** A Raspberry Pi slows itself down at 80 degrees. */
    private static final double WARM = 75;

    private static final double HOT = 85;

    private final Instance<FaceModels> models;
    private final Gallery gallery;
    private final Database database;
    private final Serving serving;
    private final LintelConfig config;
    private final DoorScreens screens;
    private final Thermometer thermometer = new Thermometer();
    private List<BoxPart> lately = List.of();
    private long asked;

    BoxParts(
            Instance<FaceModels> models,
            Gallery gallery,
            Database database,
            Serving serving,
            LintelConfig config,
            DoorScreens screens) {
        this.models = models;
        this.gallery = gallery;
        this.database = database;
        this.serving = serving;
        this.config = config;
        this.screens = screens;
    }

    /** In the order in which people look. */
    public synchronized List<BoxPart> now() {
        long now = MonotonicClock.SYSTEM.nanos();
        if (lately.isEmpty() || now - asked > FRESH.toNanos()) {
            lately = ask();
            asked = now;
        }
        return lately;
    }

    private List<BoxPart> ask() {
        List<BoxPart> parts = new ArrayList<>();
        parts.add(door());
        parts.add(camera());
        parts.add(recognition());
        parts.add(models());
        challenge().ifPresent(parts::add);
        parts.add(people());
        parts.add(database());
        parts.add(disk());
        thermometer.celsius().ifPresent(celsius -> parts.add(temperature(celsius)));
        return List.copyOf(parts);
    }

    private BoxPart door() {
        DoorStatus status = serving.door().map(Door::status).orElse(null);
        if (status == null) {
            return BoxPart.bad("door", "not started", "look at the log");
        }
        if (!status.alive()) {
            return BoxPart.bad("door", "its thread does not answer", "start Lintel again");
        }
        if (!status.relayFault().isEmpty()) {
            return BoxPart.bad(
                    "door", "the relay does not obey: " + status.relayFault(), "check its wiring and settings");
        }
        return status.door().alarms().contains(Alarm.INPUT_FAULT)
                ? BoxPart.bad("door", "a contact cannot be read", "check its wiring and settings")
                : BoxPart.good("door", status.relay());
    }

    private BoxPart camera() {
        CameraStatus status = serving.camera().map(CaptureLoop::status).orElse(null);
        if (status == null) {
            return BoxPart.bad("camera", "not started", "look at the log");
        }
        return switch (status) {
            case CameraStatus.Live live -> BoxPart.good("camera", live.summary());
            case CameraStatus.Starting starting -> BoxPart.warning("camera", starting.summary(), "wait a moment");
            case CameraStatus.Reconnecting lost -> BoxPart.bad("camera", lost.reason(), lost.remedy());
            default -> BoxPart.bad("camera", status.summary(), "check the camera and its cable");
        };
    }

    private BoxPart recognition() {
        String obstacle = serving.obstacle();
        if (obstacle.equals("starting")) {
            return BoxPart.warning("recognition", "starting", "wait a moment");
        }
        return obstacle.isEmpty()
                ? BoxPart.good("recognition", "on")
                : BoxPart.bad("recognition", "off: " + obstacle, "it is tried again every five seconds");
    }

    private BoxPart models() {
        try {
            FaceModels installed = models.get();
            return switch (installed.livenessSet()) {
                case NONE ->
                    BoxPart.bad(
                            "models",
                            "no liveness network: a photo cannot be told from a person",
                            "restore models/shipped from Lintel's release");
                case OWN ->
                    BoxPart.warning(
                            "models",
                            installed.ids() + ": liveness without the published pair",
                            StandingWarnings.FETCH_THE_PAIR);
                case PUBLISHED, OWN_AND_PUBLISHED -> BoxPart.good("models", installed.ids());
            };
        } catch (LintelException e) {
            return BoxPart.bad("models", String.valueOf(e.getMessage()), e.remedy());
        }
    }

    /** Empty where it cannot be told yet, or liveness is off. */
    private Optional<BoxPart> challenge() {
        if (config.liveness().mode() == LintelConfig.LivenessMode.OFF) {
            return Optional.empty();
        }
        try {
            ChallengeInForce challenge =
                    ChallengeInForce.of(config, models.get().livenessSet(), screens.haveConnected());
            return Optional.of(BoxPart.good("challenge", challenge.word() + ": " + challenge.why()));
        } catch (LintelException e) {
            return Optional.empty();
        }
    }

    private BoxPart people() {
        try {
            GallerySummary enrolled = gallery.summary();
            String text =
                    enrolled.searchable() + (enrolled.searchable() == 1 ? " person" : " people") + " can be recognised";
            int others = enrolled.persons() - enrolled.searchable();
            return others == 0
                    ? BoxPart.good("people", text)
                    : BoxPart.warning(
                            "people",
                            text + ", " + others + " cannot",
                            "enrol them anew: their templates are of another model");
        } catch (LintelException e) {
            return BoxPart.bad("people", String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private BoxPart database() {
        try {
            StorageHealth health = database.health();
            return health.ok()
                    ? BoxPart.good("database", "takes writes")
                    : BoxPart.bad("database", health.detail(), health.remedy());
        } catch (LintelException e) {
            return BoxPart.bad("database", String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private BoxPart disk() {
        try {
            FileStore disk = Files.getFileStore(config.data().folder().toAbsolutePath());
            long free = disk.getUsableSpace();
            String text = gigabytes(free) + " of " + gigabytes(disk.getTotalSpace()) + " free";
            if (free < OUT_OF_DISK) {
                return BoxPart.bad("disk", text, "make room: without it nobody can be let in");
            }
            return free < SHORT_OF_DISK ? BoxPart.warning("disk", text, "make room soon") : BoxPart.good("disk", text);
        } catch (IOException e) {
            return BoxPart.bad("disk", "cannot be asked: " + e.getMessage(), "look at lintel.data.folder");
        }
    }

    private static BoxPart temperature(double celsius) {
        String text = String.format(Locale.ROOT, "%.0f °C", celsius);
        if (celsius >= HOT) {
            return BoxPart.bad("temperature", text, "the processor slows down: give it air");
        }
        return celsius >= WARM
                ? BoxPart.warning("temperature", text, "give the box more air")
                : BoxPart.good("temperature", text);
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
