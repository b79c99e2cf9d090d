package io.lintel.wiring;

import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.camera.FrameTap;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.People;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.EnrolmentSettings;
import io.lintel.gallery.enrolment.live.LiveEnrolments;
import io.lintel.gallery.enrolment.live.LiveSettings;
import io.lintel.system.MonotonicClock;
import java.util.function.Supplier;

/** How people are enrolled here. */
final class EnrolmentWiring {

    private EnrolmentWiring() {}

    static EnrolmentSettings settings(LintelConfig config, FaceModels models) {
        return EnrolmentSettings.of(models.embedderProfile()).withPortraits(keepsPortraits(config));
    }

    static boolean keepsPortraits(LintelConfig config) {
        return switch (config.people().portraits()) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> RunMode.of(config) == RunMode.DEMO;
        };
    }

    /** At the camera that the door uses; a photo before it is refused where the door refuses it. */
    static LiveEnrolments live(
            LintelConfig config, Supplier<FaceModels> models, Gallery gallery, Enrolment enrolment, FrameTap camera) {
        FaceModels installed = models.get();
        double leastLiveness =
                Recognition.access(config, installed).liveness() instanceof LivenessPolicy.Required required
                        ? required.level()
                        : 0;
        return new LiveEnrolments(
                camera::next,
                () -> new OnnxFaceAnalyzer(models.get(), FaceSettings.live()),
                gallery,
                enrolment,
                LiveSettings.of(settings(config, installed), leastLiveness),
                MonotonicClock.SYSTEM);
    }

    /** Somebody has switched portraits off: those that are there go. */
    static void keepPortraitsOnlyIfWanted(LintelConfig config, People people, AuditLog audit) {
        if (keepsPortraits(config)) {
            return;
        }
        int removed = people.removePortraits();
        if (removed > 0) {
            audit.append(AuditEvent.of(AuditKind.SETTING_CHANGED, "lintel")
                    .with(new AuditDetails()
                            .put("setting", "lintel.people.portraits")
                            .put("portraits_deleted", removed)));
        }
    }
}
