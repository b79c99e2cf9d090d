package io.lintel.wiring;

import io.lintel.access.AccessSettings;
import io.lintel.access.VisitSettings;
import io.lintel.access.challenge.ChallengeSettings;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.LivenessLevel;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.ThresholdSettings;
import io.lintel.access.loop.LoopSettings;
import io.lintel.access.loop.OnAuditFailure;
import io.lintel.access.loop.SecondCameraSettings;
import io.lintel.access.track.TrackSettings;
import io.lintel.audit.SnapshotLimits;
import io.lintel.camera.CameraAddress;
import io.lintel.camera.CameraSettings;
import io.lintel.camera.CaptureLimits;
import io.lintel.config.Installation;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.config.SettingsException;
import io.lintel.config.tls.WebListener;
import io.lintel.door.ContactType;
import io.lintel.door.DoorInput;
import io.lintel.door.DoorSettings;
import io.lintel.door.LockWiring;
import io.lintel.door.RelockOn;
import io.lintel.door.gpio.Bias;
import io.lintel.door.gpio.Drive;
import io.lintel.door.gpio.InputLine;
import io.lintel.door.gpio.LineAddress;
import io.lintel.door.gpio.OutputLine;
import io.lintel.door.pi4j.GpioWiring;
import io.lintel.system.LintelException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What an installer set, as each room wants it. A number that a room does not accept stops the start. */
public final class RoomSettings {

    private RoomSettings() {}

    /** Reads all of them once. @throws SettingsException naming the first that a room does not accept */
    public static void check(LintelConfig config) {
        WebListener.of(config);
        camera(config);
        captureLimits(config);
        access(config);
        loop(config);
        door(config);
        timeZone(config);
        AlarmSettings.check(config);
        precautions(config);
        secondCamera(config);
        if (config.door().relay().isPresent()) {
            gpio(config);
        } else {
            noContactWithoutRelay(config.door());
        }
    }

    /** Whoever wires a fire input believes that it works. */
    private static void noContactWithoutRelay(LintelConfig.Door door) {
        if (door.fire().or(door::sensor).or(door::exitButton).or(door::tamper).isPresent()) {
            throw new SettingsException(
                    "lintel.door: a contact is set but no relay, so that the door is simulated and nobody reads the contact",
                    "set lintel.door.relay, or remove the lines of fire, sensor, exit-button and tamper");
        }
    }

    static CameraSettings camera(LintelConfig config) {
        LintelConfig.Camera camera = config.camera();
        return accepted(
                "camera",
                () -> new CameraSettings(
                        source(config),
                        camera.width(),
                        camera.height(),
                        camera.framesPerSecond(),
                        camera.longestSide(),
                        camera.ffmpeg(),
                        Installation.current().demoFolder(),
                        true,
                        true));
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
        return address.map(source -> accepted("camera.second", () -> {
            CameraAddress.parse(source.strip());
            return camera(config).withAddress(source.strip());
        }));
    }

    static SecondCameraSettings secondCheck(LintelConfig config) {
        LintelConfig.Second second = config.camera().second();
        return accepted(
                "camera.second",
                () -> new SecondCameraSettings(
                        SecondCameraSettings.Kind.valueOf(second.kind().name()),
                        SecondCameraSettings.WINDOW,
                        second.tolerance(),
                        second.leastRelief()));
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
        return accepted(
                "camera",
                () -> new CaptureLimits(
                        usual.openWithin(),
                        config.camera().frozenAfter(),
                        config.camera().frozenAfter().plus(usual.lostAfter().minus(usual.frozenAfter())),
                        usual.stillAfter(),
                        usual.stableAfter(),
                        usual.mostAbandoned()));
    }

    static AccessSettings access(LintelConfig config) {
        return accepted(
                "decision",
                () -> new AccessSettings(
                        TrackSettings.DEFAULT,
                        evidence(config),
                        threshold(config),
                        liveness(config),
                        visit(config),
                        ChallengeSettings.DEFAULT.withSteps(config.liveness().challengeSteps())));
    }

    static LoopSettings loop(LintelConfig config) {
        LoopSettings usual = LoopSettings.DEFAULT;
        return new LoopSettings(
                usual.oldestFrame(),
                usual.unlockWithin(),
                usual.idleAfter(),
                usual.watchInterval(),
                usual.facesPerFrame(),
                usual.showDecision(),
                config.decision().openWithoutAudit() ? OnAuditFailure.OPEN_ANYWAY : OnAuditFailure.KEEP_SHUT);
    }

    static DoorSettings door(LintelConfig config) {
        LintelConfig.Door door = config.door();
        return accepted(
                "door",
                () -> new DoorSettings(
                        door.pulse(),
                        door.maximum(),
                        RelockOn.valueOf(door.relockOn().name()),
                        door.openingGrace(),
                        door.preAlarm(),
                        door.heldOpenAfter(),
                        LockWiring.valueOf(door.wiring().name())));
    }

    /** @throws SettingsException if no relay is set */
    static GpioWiring gpio(LintelConfig config) {
        LintelConfig.Door door = config.door();
        return accepted("door", () -> {
            LineAddress relay = LineAddress.parse(door.relay().orElseThrow());
            Map<DoorInput, GpioWiring.Contact> contacts = new EnumMap<>(DoorInput.class);
            contact(contacts, DoorInput.DOOR_SENSOR, door, door.sensor(), door.sensorContact());
            contact(contacts, DoorInput.REX, door, door.exitButton(), door.exitButtonContact());
            contact(contacts, DoorInput.FIRE, door, door.fire(), door.fireContact());
            contact(contacts, DoorInput.TAMPER, door, door.tamper(), door.tamperContact());
            Drive drive = Drive.valueOf(door.relayDrive().name());
            return new GpioWiring(new OutputLine(relay, door.relayActiveLow(), drive, Bias.AS_IS), contacts);
        });
    }

    private static void contact(
            Map<DoorInput, GpioWiring.Contact> contacts,
            DoorInput input,
            LintelConfig.Door door,
            Optional<String> line,
            LintelConfig.Contact rest) {
        Bias bias = Bias.valueOf(door.contactBias().name());
        line.map(LineAddress::parse)
                .map(address -> new InputLine(address, true, bias, door.contactDebounce()))
                .ifPresent(
                        wired -> contacts.put(input, new GpioWiring.Contact(wired, ContactType.valueOf(rest.name()))));
    }

    /** How long the log is kept; zero for ever. */
    static Duration log(LintelConfig config) {
        return accepted("log.keep", () -> {
            Duration keep = config.log().keep();
            if (!keep.isZero() && keep.compareTo(Duration.ofDays(1)) < 0) {
                throw new IllegalArgumentException("a log is kept for a day at least, or for ever with 0s");
            }
            return keep;
        });
    }

    static SnapshotLimits snapshots(LintelConfig config) {
        LintelConfig.Log log = config.log();
        return accepted(
                "log.snapshots",
                () -> new SnapshotLimits(
                        log.snapshotsKeep(),
                        log.snapshotsMost(),
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

    private static EvidenceSettings evidence(LintelConfig config) {
        EvidenceSettings usual = EvidenceSettings.DEFAULT;
        return new EvidenceSettings(
                config.decision().agreeingFrames(),
                usual.voters(),
                usual.voteSlack(),
                config.decision().margin(),
                usual.longestPause(),
                usual.unknownAfter(),
                usual.unknownLooks(),
                usual.nearInterOcular(),
                usual.nearShare());
    }

    private static ThresholdSettings threshold(LintelConfig config) {
        return new ThresholdSettings(
                config.decision().targetFpir(),
                config.decision().lowestThreshold(),
                ThresholdSettings.DEFAULT.triesPerVisit(),
                config.decision().matching() == LintelConfig.Matching.NEAREST);
    }

    private static LivenessPolicy liveness(LintelConfig config) {
        return switch (config.liveness().mode()) {
            case OFF -> new LivenessPolicy.Off();
            case REQUIRED ->
                accepted(
                        "liveness",
                        () -> LivenessPolicy.Required.at(
                                LivenessLevel.parse(config.liveness().level())));
        };
    }

    /** @throws SettingsException if hours are not written as they should be, or missing */
    private static void precautions(LintelConfig config) {
        boolean challengeByHours = config.liveness()
                .challenge()
                .filter(when -> when == LintelConfig.Challenge.OUTSIDE_HOURS)
                .isPresent();
        boolean pinByHours = config.pin().mode() == LintelConfig.PinMode.OUTSIDE_HOURS;
        requireHours("liveness", "challenge-hours", config.liveness().challengeHours(), challengeByHours);
        requireHours("pin", "hours", config.pin().hours(), pinByHours);
    }

    private static void requireHours(String group, String key, Optional<String> hours, boolean needed) {
        boolean given = accepted(group, () -> DoorPrecautions.hours(hours)).isPresent();
        if (needed && !given) {
            throw new SettingsException(
                    "lintel." + group + "." + key + " is empty, though outside-hours was chosen",
                    "write it like mon-fri 08:00-18:00");
        }
    }

    private static VisitSettings visit(LintelConfig config) {
        VisitSettings usual = VisitSettings.DEFAULT;
        LintelConfig.Visit visit = config.visit();
        return new VisitSettings(
                usual.continuity(),
                usual.spotCheck(),
                visit.absence(),
                visit.grantAgainAfter(),
                visit.firstWait(),
                visit.longestWait(),
                usual.enrolledWait(),
                visit.alarmAfterTries(),
                usual.rememberFor(),
                usual.sameFace(),
                usual.lowQualityAfter());
    }

    private static <T> T accepted(String group, Supplier<T> settings) {
        try {
            return settings.get();
        } catch (LintelException e) {
            throw new SettingsException("lintel." + group + ": " + e.getMessage(), e.remedy(), e);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(
                    "lintel." + group + ": " + e.getMessage(),
                    "correct it; config/lintel.properties says the range",
                    e);
        }
    }
}
