package io.lintel.wiring;

import io.lintel.access.AccessSettings;
import io.lintel.access.AlarmWatch;
import io.lintel.access.AuditedDecisions;
import io.lintel.access.EntryRule;
import io.lintel.access.StepUpPolicy;
import io.lintel.access.VisitCollaborators;
import io.lintel.access.VisitRegistry;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.access.loop.AccessEvents;
import io.lintel.access.loop.DecisionExecutor;
import io.lintel.access.loop.FramePipeline;
import io.lintel.access.loop.LoopCollaborators;
import io.lintel.access.loop.LoopMeter;
import io.lintel.access.loop.LoopSettings;
import io.lintel.access.loop.SecondCamera;
import io.lintel.access.loop.SecondCameraCheck;
import io.lintel.access.loop.VisionLoop;
import io.lintel.access.pin.PinEntry;
import io.lintel.audit.AuditLog;
import io.lintel.camera.FrameMailbox;
import io.lintel.config.LintelConfig;
import io.lintel.door.Door;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.gallery.Gallery;
import io.lintel.schedule.Schedules;
import io.lintel.service.PersonPins;
import io.lintel.service.Snapshots;
import io.lintel.system.MonotonicClock;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Puts together what stands between a frame and the door. */
@Singleton
final class Recognition {

    private static final List<String> DECIDES =
            List.of("lintel.camera.field-of-view", "lintel.decision.", "lintel.liveness.", "lintel.visit.");

    private final ImmediateSettings live;
    private final Instance<FaceModels> models;
    private final Gallery gallery;
    private final Schedules schedules;
    private final PersonPins personPins;
    private final Snapshots snapshots;
    private final AuditLog audit;
    private final ZoneId zone;
    private final CurrentChallenge challenge;
    private final CameraFindings findings;
    private final EntryRule entry;

    Recognition(
            ImmediateSettings live,
            Instance<FaceModels> models,
            Gallery gallery,
            Schedules schedules,
            PersonPins personPins,
            Snapshots snapshots,
            AuditLog audit,
            ZoneId zone,
            CurrentChallenge challenge,
            CameraFindings findings,
            EntryRule entry) {
        this.live = live;
        this.models = models;
        this.gallery = gallery;
        this.schedules = schedules;
        this.personPins = personPins;
        this.snapshots = snapshots;
        this.audit = audit;
        this.zone = zone;
        this.challenge = challenge;
        this.findings = findings;
        this.entry = entry;
    }

    /** A loop that is not started yet; owns an analyzer of its own. */
    VisionLoop between(
            FrameMailbox frames,
            Door door,
            AccessEvents events,
            LoopMeter meter,
            PinEntry pins,
            @Nullable FrameMailbox second,
            BooleanSupplier strangerExpected) {
        FaceModels installed = models.get();
        LintelConfig config = live.now();
        AccessSettings access = access(config, installed);
        LoopSettings settings = AccessSettingsMapper.loop(config);
        FaceAnalyzer analyzer = OnnxFaceAnalyzer.allOpen(installed, FaceSettings.live());
        StepUpPolicy stepUp = new ConfiguredStepUp(
                live::now,
                () -> challenge.now().when(),
                personPins::has,
                () -> schedules.snapshot().calendar(),
                InstantSource.system(),
                zone);
        VisitRegistry registry = new VisitRegistry(
                access,
                new VisitCollaborators(
                        ThresholdTable.of(installed.embedderProfile()),
                        gallery,
                        entry,
                        MonotonicClock.SYSTEM,
                        analyzer.modelIds(),
                        stepUp,
                        pins,
                        new SecureRandom()));
        LoopCollaborators shared =
                new LoopCollaborators(analyzer, gallery, settings, MonotonicClock.SYSTEM, events, meter);
        AlarmWatch alarms = new AlarmWatch(access.visit(), strangerExpected);
        live.onChange("recognition", DECIDES, changed -> {
            AccessSettings settingsNow = access(changed, installed);
            registry.use(settingsNow);
            alarms.use(settingsNow.visit());
        });
        DecisionExecutor executor =
                new DecisionExecutor(door, new AuditedDecisions(audit), alarms, InstantSource.system(), shared);
        FramePipeline pipeline = new FramePipeline(
                shared,
                registry,
                executor,
                second == null
                        ? SecondCameraCheck.NONE
                        : new SecondCamera(
                                second::take,
                                analyzer,
                                SettingsMapper.secondCheck(config),
                                MonotonicClock.SYSTEM,
                                findings.silence()));
        pipeline.watchOrientation(findings.lying());
        pipeline.listenOnDecisions(snapshots.decisionListener());
        return new VisionLoop(frames::take, pipeline, settings, MonotonicClock.SYSTEM, meter);
    }

    static AccessSettings access(LintelConfig config, FaceModels models) {
        AccessSettings chosen = AccessSettingsMapper.access(config, models.embedderProfile());
        return chosen.withLiveness(StandingWarnings.policy(config, chosen.liveness(), models.livenessSet()));
    }
}
