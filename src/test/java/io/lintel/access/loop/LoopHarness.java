package io.lintel.access.loop;

import io.lintel.access.AccessAlarm;
import io.lintel.access.AccessEvent;
import io.lintel.access.AccessSettings;
import io.lintel.access.AlarmWatch;
import io.lintel.access.AxisGallery;
import io.lintel.access.Decision;
import io.lintel.access.DecisionRecorder;
import io.lintel.access.EntryRule;
import io.lintel.access.Faces;
import io.lintel.access.MobileFaceNet;
import io.lintel.access.PersonAccess;
import io.lintel.access.VisitCollaborators;
import io.lintel.access.VisitRegistry;
import io.lintel.camera.Frame;
import io.lintel.door.DoorMode;
import io.lintel.door.DoorUnlocker;
import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.HolidayCalendar;
import io.lintel.system.FakeClock;
import io.lintel.system.LintelException;
import io.lintel.system.NativeLibraries;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** A door with an invented camera, models, log and relay around the real loop; everything that happens is written down in order. */
final class LoopHarness implements DecisionRecorder, DoorUnlocker, FaceAnalyzer, FrameSource, LoopMeter {

    static final PersonId DALIA = new PersonId(1);

    static {
        NativeLibraries.loadOpenCv();
    }

    final FakeClock clock = new FakeClock();
    final List<String> happened = new ArrayList<>();
    final List<AccessEvent> events = new ArrayList<>();
    final Map<FrameOutcome, Integer> fates = new EnumMap<>(FrameOutcome.class);
    final VisionLoop loop;
    final FramePipeline pipeline;

    boolean auditFails;
    boolean doorRefuses;
    boolean detectorFails;
    Duration auditTakes = Duration.ZERO;
    Duration detectionTakes = Duration.ofMillis(5);

    @Nullable
    Embedding inView;

    private final AxisGallery gallery = new AxisGallery();
    private final Mat picture = new Mat(48, 64, CvType.CV_8UC3);
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private long sequence;
    private int lent;

    LoopHarness() {
        this(LoopSettings.DEFAULT);
    }

    LoopHarness(LoopSettings settings) {
        gallery.enrol(DALIA, Faces.axis(1));
        VisitRegistry registry = registry(MobileFaceNet.ACCESS);
        LoopCollaborators shared = new LoopCollaborators(this, gallery, settings, clock, events::add, this);
        DecisionExecutor executor =
                new DecisionExecutor(this, this, new AlarmWatch(MobileFaceNet.VISIT), clock, shared);
        pipeline = new FramePipeline(shared, registry, executor, SecondCameraCheck.NONE);
        loop = new VisionLoop(this, pipeline, settings, clock, this);
    }

    VisitRegistry registry(AccessSettings settings) {
        EntryRule entry = new EntryRule(
                PersonAccess::always, () -> HolidayCalendar.NONE, clock, ZoneId.of("UTC"), () -> DoorMode.NORMAL);
        return new VisitRegistry(
                settings, VisitCollaborators.of(MobileFaceNet.TABLE, gallery, entry, clock, modelIds()));
    }

    /** Frames at 15 a second, each taken at once. */
    void frames(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofMillis(66));
            frameOfAge(Duration.ZERO);
        }
    }

    void frameOfAge(Duration age) throws InterruptedException {
        lent++;
        waiting.add(new Frame(picture, ++sequence, clock.nanos() - age.toNanos(), () -> lent--));
        loop.step();
    }

    void noFrame() throws InterruptedException {
        clock.advance(Duration.ofMillis(250));
        loop.step();
    }

    int framesNotGivenBack() {
        return lent;
    }

    List<AccessEvent.Decided> decided() {
        return events.stream()
                .filter(AccessEvent.Decided.class::isInstance)
                .map(AccessEvent.Decided.class::cast)
                .toList();
    }

    AccessEvent.View lastView() {
        return (AccessEvent.View) events.stream()
                .filter(AccessEvent.View.class::isInstance)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Override
    public @Nullable Frame take(Duration timeout) {
        return waiting.poll();
    }

    @Override
    public long record(Decision decision) {
        clock.advance(auditTakes);
        if (auditFails) {
            happened.add("audit failed");
            throw new LintelException("disk full", "free some space");
        }
        happened.add("audit " + decision.code());
        return happened.size();
    }

    @Override
    public void doorStayedShut(long row, String why) {
        happened.add("audit shut: " + why);
    }

    @Override
    public void record(AccessAlarm alarm) {
        happened.add("audit alarm " + alarm.code());
    }

    @Override
    public boolean unlockOnce(String cause) {
        happened.add(doorRefuses ? "door refused" : "door unlocked by " + cause);
        return !doorRefuses;
    }

    @Override
    public List<Face> find(Mat frame) {
        clock.advance(detectionTakes);
        if (detectorFails) {
            throw new IllegalStateException("model broke");
        }
        return inView == null ? List.of() : List.of(Faces.at(100, 100, 100));
    }

    @Override
    public FaceQuality assess(Mat frame, Face face) {
        return Faces.good();
    }

    @Override
    public OptionalDouble liveness(Mat frame, Face face) {
        return OptionalDouble.of(0.98);
    }

    @Override
    public void align(Mat frame, Face face, Mat chip) {}

    @Override
    public Embedding embed(Mat chip) {
        return java.util.Objects.requireNonNull(inView);
    }

    @Override
    public String modelIds() {
        return "test models";
    }

    @Override
    public void close() {}

    @Override
    public void frame(FrameOutcome fate, long nanos) {
        fates.merge(fate, 1, Integer::sum);
    }
}
