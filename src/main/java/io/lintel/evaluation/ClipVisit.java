package io.lintel.evaluation;

import io.lintel.access.AccessAlarm;
import io.lintel.access.AccessSettings;
import io.lintel.access.AlarmWatch;
import io.lintel.access.Decision;
import io.lintel.access.DecisionRecorder;
import io.lintel.access.EntryRule;
import io.lintel.access.PersonAccess;
import io.lintel.access.Reception;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.access.loop.DoorKeeper;
import io.lintel.access.loop.FramePass;
import io.lintel.access.loop.LoopMeter;
import io.lintel.access.loop.LoopSettings;
import io.lintel.camera.Frame;
import io.lintel.gallery.Identifier;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.HolidayCalendar;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** One clip shown to the door's own rules, at the clip's pace on a clock that only it moves. */
final class ClipVisit implements DecisionRecorder {

    private static final InstantSource LATER = InstantSource.fixed(Instant.parse("2026-06-01T12:00:00Z"));

    private final List<Decision> decisions = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private long now = 1_000_000_000L;
    private long firstFace = -1;

    static ClipVisit of(AnalysedClip clip, Identifier gallery, AccessSettings settings) {
        ClipVisit visit = new ClipVisit();
        EntryRule entry = new EntryRule(PersonAccess::always, () -> HolidayCalendar.NONE, LATER, ZoneOffset.UTC);
        Reception reception = new Reception(
                settings, ThresholdTable.MOBILE_FACE_NET, gallery, entry, () -> visit.now, clip.modelIds());
        DoorKeeper keeper = new DoorKeeper(
                cause -> true,
                visit,
                new AlarmWatch(settings.visit()),
                LoopSettings.DEFAULT,
                () -> visit.now,
                LATER,
                event -> {},
                LoopMeter.NONE);
        Mat picture = new Mat(clip.clip().height(), clip.clip().width(), CvType.CV_8UC3);
        clip.rewindTo(0);
        try (FramePass pass = new FramePass(
                clip, gallery, reception, keeper, LoopSettings.DEFAULT, () -> visit.now, event -> {}, LoopMeter.NONE)) {
            for (int i = 0; i < clip.length(); i++) {
                visit.now += (long) (1e9 / clip.clip().framesPerSecond());
                boolean face = pass.process(new Frame(picture, i + 1, visit.now, () -> {})) > 0;
                visit.firstFace = face && visit.firstFace < 0 ? visit.now : visit.firstFace;
            }
        }
        picture.release();
        return visit;
    }

    /** Whether this person was the first to be let in. Others may walk through the picture's background later. */
    boolean granted(PersonId person) {
        return !grants().isEmpty() && grants().getFirst().equals(person);
    }

    /** Grants of anybody else. */
    long grantsOfOthers(PersonId person) {
        return grants().stream().filter(each -> !each.equals(person)).count();
    }

    boolean grantedAnybody() {
        return !grants().isEmpty();
    }

    private List<PersonId> grants() {
        return decisions.stream()
                .filter(Decision.Granted.class::isInstance)
                .map(Decision::person)
                .toList();
    }

    /** From the first face to the first grant; empty when there was none. */
    OptionalLong millisToGrant() {
        for (int i = 0; i < decisions.size(); i++) {
            if (decisions.get(i) instanceof Decision.Granted) {
                return OptionalLong.of((times.get(i) - firstFace) / 1_000_000);
            }
        }
        return OptionalLong.empty();
    }

    List<String> codes() {
        return decisions.stream().map(Decision::code).toList();
    }

    @Override
    public long record(Decision decision) {
        decisions.add(decision);
        times.add(now);
        return decisions.size();
    }

    @Override
    public void doorStayedShut(long row, String why) {}

    @Override
    public void record(AccessAlarm alarm) {}
}
