package io.lintel.config;

import io.lintel.access.loop.SecondCameraSettings;
import io.lintel.camera.RtspTransport;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

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

    VisitGroup visit();

    DoorGroup door();

    DoorScreen doorScreen();

    LogGroup log();

    AlarmGroup alarm();

    People people();

    Holidays holidays();

    BackupGroup backup();

    interface Data {
        @WithDefault("data")
        Path folder();

        Optional<Path> keyFolder();
    }

    interface Web {
        Optional<String> listen();

        @WithDefault("8080")
        int port();

        @WithDefault("8443")
        int httpsPort();

        Optional<Path> certificate();

        Optional<Path> key();

        Optional<String> hostNames();

        Optional<String> trustedProxies();
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

        @WithDefault("0")
        int rotate();

        @WithDefault("false")
        boolean mirror();

        @WithDefault("60")
        double fieldOfView();

        @WithDefault("auto")
        RtspTransport rtspTransport();

        Second second();
    }

    interface Second {
        Optional<String> source();

        @WithDefault("infrared")
        SecondCameraSettings.Kind kind();

        @WithDefault("0.2")
        double tolerance();

        @WithDefault("2.0")
        double leastRelief();

        @WithDefault("0")
        int rotate();

        @WithDefault("false")
        boolean mirror();

        @WithDefault("auto")
        RtspTransport rtspTransport();

        @WithDefault("keep-shut")
        SecondCameraSettings.WithoutAnswer withoutAnswer();
    }

    interface Models {
        Optional<Path> folder();

        Optional<String> embedder();
    }

    enum Matching {
        MEAN,
        NEAREST
    }

    interface Decision {
        @WithDefault("0.003")
        double targetFpir();

        OptionalDouble lowestThreshold();

        OptionalDouble margin();

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

    enum Portraits {
        AUTO,
        ON,
        OFF
    }

    interface People {
        @WithDefault("auto")
        Portraits portraits();

        @WithDefault("Opening this door by face recognition")
        String consentText();
    }

    interface Holidays {
        Optional<String> calendar();

        Optional<Path> calendarCaFile();
    }

    interface DoorScreen {
        @WithDefault("true")
        boolean showName();

        @WithDefault("en")
        String language();

        Optional<String> help();
    }
}
