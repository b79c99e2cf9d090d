package io.lintel.wiring;

import io.lintel.access.AccessSettings;
import io.lintel.access.AlarmWatch;
import io.lintel.access.AuditedDecisions;
import io.lintel.access.EntryRule;
import io.lintel.access.Precautions;
import io.lintel.access.Reception;
import io.lintel.access.evidence.ScorePoint;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.access.loop.AccessEvents;
import io.lintel.access.loop.DoorKeeper;
import io.lintel.access.loop.FramePass;
import io.lintel.access.loop.LoopMeter;
import io.lintel.access.loop.LoopSettings;
import io.lintel.access.loop.SecondCamera;
import io.lintel.access.loop.VisionLoop;
import io.lintel.access.pin.PinDesk;
import io.lintel.audit.AuditLog;
import io.lintel.camera.FrameMailbox;
import io.lintel.config.LintelConfig;
import io.lintel.door.Doorway;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.gallery.Gallery;
import io.lintel.model.ScoreTable;
import io.lintel.schedule.Schedules;
import io.lintel.service.PersonPins;
import io.lintel.service.Snapshots;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Puts together what stands between a frame and the door. */
@Singleton
final class Recognition {

    private final LintelConfig config;
    private final Instance<FaceModels> models;
    private final Gallery gallery;
    private final Schedules schedules;
    private final PersonPins personPins;
    private final Snapshots snapshots;
    private final AuditLog audit;
    private final ZoneId zone;
    private final DoorScreens screens;

    Recognition(
            LintelConfig config,
            Instance<FaceModels> models,
            Gallery gallery,
            Schedules schedules,
            PersonPins personPins,
            Snapshots snapshots,
            AuditLog audit,
            ZoneId zone,
            DoorScreens screens) {
        this.config = config;
        this.models = models;
        this.gallery = gallery;
        this.schedules = schedules;
        this.personPins = personPins;
        this.snapshots = snapshots;
        this.audit = audit;
        this.zone = zone;
        this.screens = screens;
    }

    /** A loop that is not started yet; owns an analyzer of its own. */
    VisionLoop between(
            FrameMailbox frames,
            Doorway door,
            AccessEvents events,
            LoopMeter meter,
            PinDesk pins,
            @Nullable FrameMailbox second,
            BooleanSupplier strangerExpected) {
        FaceModels installed = models.get();
        AccessSettings access = access(config, installed);
        LoopSettings settings = RoomSettings.loop(config);
        FaceAnalyzer analyzer = new OnnxFaceAnalyzer(installed, FaceSettings.live());
        EntryRule entry = new EntryRule(
                new PersonAccesses(gallery, schedules),
                () -> schedules.snapshot().calendar(),
                InstantSource.system(),
                zone);
        Precautions precautions = new DoorPrecautions(
                config,
                () -> ChallengeInForce.of(config, installed.livenessSet(), screens.haveConnected())
                        .when(),
                personPins::has,
                () -> schedules.snapshot().calendar(),
                InstantSource.system(),
                zone);
        Reception reception = new Reception(
                access,
                thresholds(installed),
                gallery,
                entry,
                MonotonicClock.SYSTEM,
                analyzer.modelIds(),
                precautions,
                pins,
                new SecureRandom());
        DoorKeeper keeper = new DoorKeeper(
                door,
                new AuditedDecisions(audit),
                new AlarmWatch(access.visit(), strangerExpected),
                settings,
                MonotonicClock.SYSTEM,
                InstantSource.system(),
                events,
                meter);
        FramePass pass = new FramePass(
                analyzer,
                gallery,
                reception,
                keeper,
                settings,
                MonotonicClock.SYSTEM,
                events,
                meter,
                second == null ? null : new SecondCamera(second::take, analyzer, RoomSettings.secondCheck(config)));
        pass.witnessedBy(snapshots.witness());
        return new VisionLoop(frames::take, pass, settings, MonotonicClock.SYSTEM, meter);
    }

    static AccessSettings access(LintelConfig config, FaceModels models) {
        AccessSettings chosen = RoomSettings.access(config);
        return chosen.withLiveness(StandingWarnings.policy(config, chosen.liveness(), models.livenessSet()));
    }

    /** The embedder's own score-to-FMR table. */
    static ThresholdTable thresholds(FaceModels models) {
        ScoreTable scores = models.embedder().spec().embedding().orElseThrow().scores();
        if (scores == null) {
            throw new LintelException(
                    "nobody has measured false match rates of the embedder " + models.embedderId(),
                    "choose an embedder with a score-to-fmr table in models/catalog.json");
        }
        return new ThresholdTable(scores.points().stream()
                .map(point -> new ScorePoint(point.score(), point.fmr()))
                .toList());
    }
}
