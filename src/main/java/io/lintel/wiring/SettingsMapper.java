package io.lintel.wiring;

import io.lintel.access.evidence.DistanceSettings;
import io.lintel.access.loop.SecondCameraSettings;
import io.lintel.alarm.TlsFiles;
import io.lintel.audit.SnapshotLimits;
import io.lintel.camera.CameraSettings;
import io.lintel.camera.CaptureLimits;
import io.lintel.camera.PictureOrientation;
import io.lintel.config.Installation;
import io.lintel.config.LintelConfig;
import io.lintel.config.LogGroup;
import io.lintel.config.RunMode;
import io.lintel.config.SettingsException;
import io.lintel.config.tls.WebListener;
import io.lintel.gallery.Consent;
import io.lintel.schedule.ics.CalendarFile;
import io.lintel.service.CalendarDownload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What an installer set, as the packages want it: the check of all of it, camera, log and time zone. A number that a package does not
 * accept stops the start.
 */
public final class SettingsMapper {

    private SettingsMapper() {}

    /** Reads all of them once. @throws SettingsException naming the first that is not accepted */
    public static void check(LintelConfig config) {
        WebListener.of(config);
        camera(config);
        captureLimits(config);
        distance(config);
        Models.embedderProfile(config).ifPresent(embedder -> AccessSettingsMapper.access(config, embedder));
        AccessSettingsMapper.loop(config);
        DoorSettingsMapper.check(config);
        timeZone(config);
        AlarmSettings.check(config);
        AccessSettingsMapper.stepUpHours(config);
        secondCamera(config);
        log(config);
        snapshots(config);
        language(config);
        BackupSettings.check(config);
        BoxKeys.check(config);
        calendar(config);
        AcceptedSettings.of(
                "people.consent-text",
                () -> new Consent(Instant.EPOCH, config.people().consentText()));
    }

    /** Whence the calendar of holidays is fetched; empty where none is followed. */
    static Optional<CalendarDownload> calendar(LintelConfig config) {
        LintelConfig.Holidays holidays = config.holidays();
        TlsFiles trusted = new TlsFiles(holidays.calendarCaFile(), Optional.empty(), Optional.empty());
        return holidays.calendar()
                .filter(address -> !address.isBlank())
                .map(address -> new CalendarDownload(
                        CalendarDownload.checked(AlarmSettings.address("lintel.holidays.calendar", address.strip())),
                        trusted.context(),
                        CalendarFile.LARGEST_BYTES,
                        Duration.ofSeconds(30)));
    }

    private static void language(LintelConfig config) {
        String language = config.doorScreen().language().strip();
        Path languages = Installation.current().doorScreenFolder().resolve("languages");
        if (!language.matches("[A-Za-z-]{2,12}")
                || Files.isDirectory(languages) && !Files.exists(languages.resolve(language + ".json"))) {
            throw new SettingsException(
                    "lintel.door-screen.language=" + language + " has no file in " + languages,
                    "choose one that is there, such as en");
        }
    }

    static CameraSettings camera(LintelConfig config) {
        LintelConfig.Camera camera = config.camera();
        return AcceptedSettings.of(
                "camera.source",
                () -> new CameraSettings(
                        source(config),
                        camera.width(),
                        camera.height(),
                        camera.framesPerSecond(),
                        camera.longestSide(),
                        camera.ffmpeg(),
                        Installation.current().demoFolder(),
                        true,
                        true,
                        orientation("camera.rotate", camera.rotate(), camera.mirror()),
                        camera.rtspTransport()));
    }

    private static PictureOrientation orientation(String setting, int degrees, boolean mirrored) {
        return AcceptedSettings.of(setting, () -> new PictureOrientation(degrees, mirrored));
    }

    /** Where the second camera's pictures come from; empty when there is none. @throws SettingsException if it would be of no use */
    static Optional<CameraSettings> secondCamera(LintelConfig config) {
        Optional<String> address = config.camera().second().source().filter(source -> !source.isBlank());
        if (address.isPresent() && config.liveness().mode() == LintelConfig.LivenessMode.OFF) {
            throw new SettingsException(
                    "lintel.camera.second.source is set, but lintel.liveness.mode=off never asks it",
                    "set lintel.liveness.mode=required, or no second camera");
        }
        secondCheck(config);
        LintelConfig.Second second = config.camera().second();
        PictureOrientation orientation = orientation("camera.second.rotate", second.rotate(), second.mirror());
        return address.map(source -> AcceptedSettings.of(
                "camera.second.source",
                () -> camera(config)
                        .withAddress(source.strip())
                        .withOrientation(orientation)
                        .withTransport(second.rtspTransport())));
    }

    static SecondCameraSettings secondCheck(LintelConfig config) {
        LintelConfig.Second second = config.camera().second();
        return AcceptedSettings.of(
                "camera.second",
                () -> new SecondCameraSettings(
                        second.kind(),
                        SecondCameraSettings.WINDOW,
                        second.tolerance(),
                        second.leastRelief(),
                        second.withoutAnswer()));
    }

    /** At a door, clips of invented people never take a camera's place. */
    private static String source(LintelConfig config) {
        String source = config.camera().source().strip();
        return switch (RunMode.of(config)) {
            case DEMO -> "demo";
            case DOOR -> source.equals("auto") ? "v4l2" : source;
        };
    }

    static CaptureLimits captureLimits(LintelConfig config) {
        CaptureLimits usual = CaptureLimits.defaults();
        return AcceptedSettings.of(
                "camera",
                () -> new CaptureLimits(
                        usual.openWithin(),
                        config.camera().frozenAfter(),
                        config.camera().frozenAfter().plus(usual.lostAfter().minus(usual.frozenAfter())),
                        usual.stillAfter(),
                        usual.stableAfter(),
                        usual.mostAbandoned()));
    }

    /** How far from the camera people are let in. */
    public static DistanceSettings distance(LintelConfig config) {
        return AccessSettingsMapper.distance(config);
    }

    /** How long the log is kept; zero for ever. */
    static Duration log(LintelConfig config) {
        return AcceptedSettings.of("log.keep", () -> {
            Duration keep = config.log().keep();
            if (!keep.isZero() && keep.compareTo(Duration.ofDays(1)) < 0) {
                throw new IllegalArgumentException("a log is kept for a day at least, or for ever with 0s");
            }
            return keep;
        });
    }

    static SnapshotLimits snapshots(LintelConfig config) {
        LogGroup log = config.log();
        return AcceptedSettings.of(
                "log.snapshots",
                () -> new SnapshotLimits(
                        log.snapshotsKeep(),
                        log.snapshotsMaxCount(),
                        Math.multiplyExact(log.snapshotsMegabytes(), 1L << 20)));
    }

    public static ZoneId timeZone(LintelConfig config) {
        String zone = config.decision().timeZone().orElse("");
        try {
            return zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            throw new SettingsException(
                    "lintel.decision.time-zone=" + zone + " is no time zone", "write it like Europe/Berlin", e);
        }
    }
}
