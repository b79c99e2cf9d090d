package io.lintel.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings as types. {@code config/lintel.properties} explains each; a test keeps the two equal. */
@ConfigMapping(prefix = "lintel")
public interface LintelConfig {

    Data data();

    Web web();

    Camera camera();

    Models models();

    Decision decision();

    Liveness liveness();

    Pin pin();

    Visit visit();

    Door door();

    DoorScreen doorScreen();

    Log log();

    Alarm alarm();

    People people();

    interface Data {
        @WithDefault("data")
        Path folder();
    }

    interface Web {
        Optional<String> listen();

        @WithDefault("8080")
        int port();

        @WithDefault("8443")
        int httpsPort();

        Optional<Path> certificate();

        Optional<Path> key();
    }

    interface Camera {
        @WithDefault("auto")
        String source();

        @WithDefault("1280")
        int width();

        @WithDefault("720")
        int height();

        @WithDefault("15")
        int framesPerSecond();

        @WithDefault("1280")
        int longestSide();

        @WithDefault("3s")
        Duration frozenAfter();

        @WithDefault("ffmpeg")
        String ffmpeg();

        Second second();
    }

    enum SecondKind {
        INFRARED,
        DEPTH
    }

    interface Second {
        Optional<String> source();

        @WithDefault("infrared")
        SecondKind kind();

        @WithDefault("0.2")
        double tolerance();

        @WithDefault("2.0")
        double leastRelief();
    }

    interface Models {
        Optional<Path> folder();
    }

    enum Matching {
        MEAN,
        NEAREST
    }

    interface Decision {
        @WithDefault("0.003")
        double targetFpir();

        @WithDefault("0.65")
        double lowestThreshold();

        @WithDefault("0.08")
        double margin();

        @WithDefault("mean")
        Matching matching();

        @WithDefault("3")
        int agreeingFrames();

        @WithDefault("false")
        boolean openWithoutAudit();

        Optional<String> timeZone();
    }

    enum LivenessMode {
        REQUIRED,
        OFF
    }

    interface Liveness {
        @WithDefault("required")
        LivenessMode mode();

        @WithDefault("balanced")
        String level();

        /** Empty: never, or when-unsure where a door screen has connected and only Lintel's own network is installed. */
        Optional<Challenge> challenge();

        Optional<String> challengeHours();

        @WithDefault("3")
        int challengeSteps();
    }

    enum Challenge {
        NEVER,
        WHEN_UNSURE,
        ALWAYS,
        OUTSIDE_HOURS
    }

    enum PinMode {
        PER_PERSON,
        ALWAYS,
        OUTSIDE_HOURS
    }

    interface Pin {
        @WithDefault("per-person")
        PinMode mode();

        Optional<String> hours();
    }

    interface Visit {
        @WithDefault("2s")
        Duration absence();

        @WithDefault("30s")
        Duration grantAgainAfter();

        @WithDefault("2s")
        Duration firstWait();

        @WithDefault("60s")
        Duration longestWait();

        @WithDefault("5")
        int alarmAfterTries();
    }

    enum Wiring {
        FAIL_SECURE,
        FAIL_SAFE
    }

    enum Relock {
        OPEN,
        CLOSE
    }

    enum RelayDrive {
        PUSH_PULL,
        OPEN_DRAIN,
        OPEN_SOURCE
    }

    enum ContactBias {
        PULL_UP,
        DISABLED,
        AS_IS
    }

    enum Contact {
        NORMALLY_OPEN,
        NORMALLY_CLOSED
    }

    interface Door {
        @WithDefault("3s")
        Duration pulse();

        @WithDefault("10s")
        Duration maximum();

        @WithDefault("open")
        Relock relockOn();

        @WithDefault("1s")
        Duration openingGrace();

        @WithDefault("20s")
        Duration preAlarm();

        @WithDefault("30s")
        Duration heldOpenAfter();

        @WithDefault("fail-secure")
        Wiring wiring();

        Optional<String> relay();

        @WithDefault("false")
        boolean relayActiveLow();

        @WithDefault("push-pull")
        RelayDrive relayDrive();

        @WithDefault("pull-up")
        ContactBias contactBias();

        @WithDefault("30ms")
        Duration contactDebounce();

        Optional<String> sensor();

        @WithDefault("normally-closed")
        Contact sensorContact();

        Optional<String> exitButton();

        @WithDefault("normally-open")
        Contact exitButtonContact();

        Optional<String> fire();

        @WithDefault("normally-closed")
        Contact fireContact();

        Optional<String> tamper();

        @WithDefault("normally-closed")
        Contact tamperContact();
    }

    enum Portraits {
        AUTO,
        ON,
        OFF
    }

    interface People {
        @WithDefault("auto")
        Portraits portraits();
    }

    interface DoorScreen {
        @WithDefault("true")
        boolean showName();

        @WithDefault("en")
        String language();

        Optional<String> help();
    }

    enum Tell {
        ALARMS,
        EVERYTHING
    }

    interface Alarm {
        Optional<String> device();

        @WithDefault("alarms")
        Tell tell();

        @WithDefault("1000")
        int queueLimit();

        AlarmWebhook webhook();

        AlarmMqtt mqtt();
    }

    interface AlarmWebhook {
        Optional<String> url();

        Optional<Path> secretFile();

        @WithDefault("10s")
        Duration timeout();
    }

    interface AlarmMqtt {
        Optional<String> broker();

        @WithDefault("lintel/door")
        String topic();

        Optional<String> clientId();

        Optional<String> user();

        Optional<Path> passwordFile();
    }

    interface Log {
        @WithDefault("365d")
        Duration keep();

        @WithDefault("false")
        boolean snapshots();

        @WithDefault("30d")
        Duration snapshotsKeep();

        @WithDefault("5000")
        int snapshotsMost();

        @WithDefault("300")
        int snapshotsMegabytes();
    }
}
