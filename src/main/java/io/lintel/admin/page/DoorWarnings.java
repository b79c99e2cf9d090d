package io.lintel.admin.page;

import io.lintel.camera.CameraStatus;
import io.lintel.camera.CaptureLoop;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.config.tls.WebListener;
import io.lintel.wiring.Serving;
import io.lintel.wiring.StandingWarnings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with this door, for as long as it is wrong: on every page, so that nobody forgets it. Asks memory only. */
@Singleton
class DoorWarnings {

    private final LintelConfig config;
    private final StandingWarnings standing;
    private final Serving serving;

    DoorWarnings(LintelConfig config, StandingWarnings standing, Serving serving) {
        this.config = config;
        this.standing = standing;
        this.serving = serving;
    }

    boolean isDemo() {
        return RunMode.of(config) == RunMode.DEMO;
    }

    List<Notice> now() {
        List<Notice> warnings = new ArrayList<>();
        standing.now()
                .forEach(each -> warnings.add(
                        each.severe()
                                ? Notice.bad(withoutStop(each.text()), "")
                                : Notice.warning(withoutStop(each.text()), "")));
        serving.camera().map(CaptureLoop::status).ifPresent(status -> camera(warnings, status));
        if (!serving.obstacle().isEmpty()) {
            warnings.add(Notice.bad(
                    serving.obstacle().equals("starting")
                            ? "Recognition is starting"
                            : "Recognition is off: " + serving.obstacle(),
                    "until then the door opens by the exit button and by order only"));
        }
        certificate(warnings);
        return warnings;
    }

    private static void camera(List<Notice> warnings, CameraStatus status) {
        switch (status) {
            case CameraStatus.Frozen frozen ->
                warnings.add(Notice.bad("The camera is frozen: " + frozen.reason(), "it is being opened again"));
            case CameraStatus.Reconnecting lost ->
                warnings.add(Notice.bad("The camera is lost: " + lost.reason(), lost.remedy()));
            case CameraStatus.Ended ended ->
                warnings.add(Notice.bad("The recording has been played to its end", "choose a camera in the settings"));
            case CameraStatus.Starting starting -> {}
            case CameraStatus.Live live -> {}
            case CameraStatus.Closed closed -> {}
        }
    }

    private void certificate(List<Notice> warnings) {
        WebListener web = WebListener.atStart(config);
        if (!web.trouble().isEmpty()) {
            warnings.add(Notice.warning(
                    "The certificate is not used, so only this machine is served: " + web.trouble(), ""));
        }
        Instant now = Instant.now();
        web.tls()
                .filter(certificate -> certificate.isEnding(now))
                .ifPresent(certificate -> warnings.add(Notice.warning(
                        "The TLS certificate " + (now.isAfter(certificate.until()) ? "has ended" : "ends soon") + ": "
                                + Moments.text(certificate.until()),
                        certificate.selfSigned()
                                ? "run 'lintel tls init --force' on the box and restart"
                                : "get a new one and restart")));
    }

    /** A notice sets its own full stop. */
    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
