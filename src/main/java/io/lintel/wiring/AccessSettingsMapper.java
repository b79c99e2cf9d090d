package io.lintel.wiring;

import io.lintel.access.AccessSettings;
import io.lintel.access.VisitSettings;
import io.lintel.access.challenge.ChallengeSettings;
import io.lintel.access.evidence.DistanceSettings;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.LivenessLevel;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.ThresholdSettings;
import io.lintel.access.loop.LoopSettings;
import io.lintel.access.loop.OnAuditFailure;
import io.lintel.access.track.TrackSettings;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.config.SettingsException;
import io.lintel.config.VisitGroup;
import io.lintel.model.EmbedderProfile;
import java.util.Optional;

/** What an installer set for decisions, as {@code access} wants it. */
final class AccessSettingsMapper {

    private AccessSettingsMapper() {}

    /** @param embedder by whose scores the door decides */
    static AccessSettings access(LintelConfig config, EmbedderProfile embedder) {
        return AcceptedSettings.of(
                "decision",
                () -> new AccessSettings(
                        TrackSettings.DEFAULT,
                        distance(config),
                        evidence(config, embedder),
                        threshold(config, embedder),
                        liveness(config),
                        visit(config, embedder),
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

    static DistanceSettings distance(LintelConfig config) {
        DistanceSettings usual =
                RunMode.of(config) == RunMode.DEMO ? DistanceSettings.DEMONSTRATION : DistanceSettings.DEFAULT;
        return AcceptedSettings.of(
                "visit.farthest-metres",
                () -> new DistanceSettings(
                        config.visit().farthestMetres().orElse(usual.farthestMetres()),
                        config.camera().fieldOfView()));
    }

    private static EvidenceSettings evidence(LintelConfig config, EmbedderProfile embedder) {
        EvidenceSettings usual = EvidenceSettings.of(embedder);
        return new EvidenceSettings(
                config.decision().agreeingFrames(),
                usual.voters(),
                usual.voteSlack(),
                usual.clearBy(),
                usual.sustainedFor(),
                config.decision().margin().orElse(usual.margin()),
                usual.longestPause(),
                usual.unknownAfter(),
                usual.unknownLooks(),
                usual.nearInterOcular(),
                usual.nearShare());
    }

    private static ThresholdSettings threshold(LintelConfig config, EmbedderProfile embedder) {
        ThresholdSettings usual = ThresholdSettings.of(embedder);
        return new ThresholdSettings(
                config.decision().targetFpir(),
                config.decision().lowestThreshold().orElse(usual.floor()),
                usual.triesPerVisit(),
                config.decision().matching() == LintelConfig.Matching.NEAREST,
                embedder);
    }

    private static LivenessPolicy liveness(LintelConfig config) {
        return switch (config.liveness().mode()) {
            case OFF -> new LivenessPolicy.Off();
            case REQUIRED ->
                AcceptedSettings.of(
                        "liveness",
                        () -> LivenessPolicy.Required.at(
                                LivenessLevel.parse(config.liveness().level())));
        };
    }

    /** @throws SettingsException if hours are not written as they should be, or missing */
    static void stepUpHours(LintelConfig config) {
        boolean challengeByHours = config.liveness()
                .challenge()
                .filter(when -> when == LintelConfig.Challenge.OUTSIDE_HOURS)
                .isPresent();
        boolean pinByHours = config.pin().mode() == LintelConfig.PinMode.OUTSIDE_HOURS;
        requireHours("liveness", "challenge-hours", config.liveness().challengeHours(), challengeByHours);
        requireHours("pin", "hours", config.pin().hours(), pinByHours);
    }

    private static void requireHours(String group, String key, Optional<String> hours, boolean needed) {
        boolean given =
                AcceptedSettings.of(group, () -> ConfiguredStepUp.hours(hours)).isPresent();
        if (needed && !given) {
            throw new SettingsException(
                    "lintel." + group + "." + key + " is empty, though outside-hours was chosen",
                    "write it like mon-fri 08:00-18:00");
        }
    }

    private static VisitSettings visit(LintelConfig config, EmbedderProfile embedder) {
        VisitSettings usual = VisitSettings.of(embedder);
        VisitGroup visit = config.visit();
        return new VisitSettings(
                usual.continuity(),
                usual.spotCheck(),
                visit.leftAfter(),
                visit.grantAgainAfter(),
                visit.firstWait(),
                visit.longestWait(),
                visit.alarmAfterTries(),
                usual.rememberFor(),
                usual.sameFace(),
                usual.lowQualityAfter());
    }
}
