package io.lintel.evaluation.pad;

import io.lintel.access.AccessAlarm;
import io.lintel.access.AccessSettings;
import io.lintel.access.AlarmWatch;
import io.lintel.access.Decision;
import io.lintel.access.DecisionRecorder;
import io.lintel.access.EntryRule;
import io.lintel.access.PersonAccess;
import io.lintel.access.VisitCollaborators;
import io.lintel.access.VisitRegistry;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.access.loop.DecisionExecutor;
import io.lintel.access.loop.FramePipeline;
import io.lintel.access.loop.LoopCollaborators;
import io.lintel.access.loop.LoopMeter;
import io.lintel.access.loop.LoopSettings;
import io.lintel.access.loop.SecondCameraCheck;
import io.lintel.camera.Frame;
import io.lintel.door.DoorMode;
import io.lintel.gallery.Identifier;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.HolidayCalendar;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Shows a clip to the door's own rules, at the clip's pace on a clock that only it moves. A door without a screen: who would be asked to move
 * is denied.
 */
final class DoorRun implements DecisionRecorder, AutoCloseable {

    private static final InstantSource CALENDAR = InstantSource.fixed(Instant.parse("2026-06-01T12:00:00Z"));
    private static final long BEGIN = 1_000_000_000L;

    private final AnalysedPresentation clip;
    private final Identifier gallery;
    private final AccessSettings settings;
    private final Mat picture;
    private long now;
    private boolean opened;
    private @Nullable PersonId granted;

    DoorRun(AnalysedPresentation clip, Identifier gallery, AccessSettings settings) {
        this.clip = clip;
        this.gallery = gallery;
        this.settings = settings;
        this.picture = new Mat(clip.size(), CvType.CV_8UC3);
    }

    /**
     * Plays the clip from a frame on, as if nobody had been there before.
     *
     * @return seconds from the first face to the opening; empty if the door stays shut until the clip's end
     */
    OptionalDouble secondsToOpening(int from) {
        now = BEGIN;
        opened = false;
        granted = null;
        long firstFace = -1;
        try (FramePipeline pipeline = pipeline(from)) {
            for (int i = from; i < clip.length(); i++) {
                now = BEGIN + Math.round((clip.seconds(i) - clip.seconds(from)) * 1e9);
                boolean face = pipeline.process(new Frame(picture, i + 1, now, () -> {})) > 0;
                firstFace = face && firstFace < 0 ? now : firstFace;
                if (opened) {
                    return OptionalDouble.of((now - firstFace) / 1e9);
                }
            }
        }
        return OptionalDouble.empty();
    }

    /** Who was let in when the clip was played last; null if nobody was. */
    @Nullable
    PersonId granted() {
        return opened ? granted : null;
    }

    private FramePipeline pipeline(int from) {
        EntryRule entry = new EntryRule(
                PersonAccess::always, () -> HolidayCalendar.NONE, CALENDAR, ZoneOffset.UTC, () -> DoorMode.NORMAL);
        VisitRegistry registry = new VisitRegistry(
                settings,
                VisitCollaborators.of(
                        ThresholdTable.of(settings.threshold().embedder()), gallery, entry, () -> now, "replayed"));
        LoopCollaborators shared = new LoopCollaborators(
                new ReplayedAnalyzer(clip, from),
                gallery,
                LoopSettings.DEFAULT,
                () -> now,
                event -> {},
                LoopMeter.NONE);
        DecisionExecutor executor = new DecisionExecutor(
                cause -> {
                    opened = true;
                    return true;
                },
                this,
                new AlarmWatch(settings.visit()),
                CALENDAR,
                shared);
        return new FramePipeline(shared, registry, executor, SecondCameraCheck.NONE);
    }

    @Override
    public long record(Decision decision) {
        if (decision instanceof Decision.Granted grant) {
            granted = grant.person();
        }
        return 1;
    }

    @Override
    public void doorStayedShut(long row, String why) {}

    @Override
    public void record(AccessAlarm alarm) {}

    @Override
    public void close() {
        picture.release();
    }
}
