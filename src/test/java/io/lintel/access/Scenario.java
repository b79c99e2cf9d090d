package io.lintel.access;

import io.lintel.access.evidence.Sample;
import io.lintel.access.pin.PinEntry;
import io.lintel.access.track.Sighting;
import io.lintel.door.DoorMode;
import io.lintel.face.Face;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.Identification;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.HolidayCalendar;
import io.lintel.system.FakeClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;

/** The small language of the registry's tests: who is enrolled, who stands there for how long, what was decided when. */
public final class Scenario {

    public static final PersonId DALIA = new PersonId(1);
    public static final PersonId EMEKA = new PersonId(2);

    /** Axes of embeddings that belong to nobody enrolled. */
    public static final int STRANGER = 40;

    public static final int OTHER_STRANGER = 41;

    /** A decision and how long after the scenario's start it fell. */
    public record Timed(Decision decision, Duration at) {}

    public final FakeClock clock = new FakeClock();
    public final AxisGallery gallery = new AxisGallery();
    private final Map<PersonId, PersonAccess> people = new HashMap<>();
    private final List<Timed> decided = new ArrayList<>();
    private final List<FaceView> lastViews = new ArrayList<>();
    private final long startNanos = clock.nanos();
    private final Duration frameInterval;
    private final AccessSettings settings;
    private final VisitRegistry registry;
    private int frameWidth = 640;
    private DoorMode doorMode = DoorMode.NORMAL;
    private long sequence;
    private int closeLooks;

    public Scenario() {
        this(MobileFaceNet.ACCESS, 15);
    }

    public Scenario(AccessSettings settings, int framesPerSecond) {
        this(settings, framesPerSecond, StepUpPolicy.NONE, PinEntry.none());
    }

    public Scenario(AccessSettings settings, int framesPerSecond, StepUpPolicy stepUp, PinEntry pins) {
        this.settings = settings;
        this.frameInterval = Duration.ofSeconds(1).dividedBy(framesPerSecond);
        EntryRule entry =
                new EntryRule(people::get, () -> HolidayCalendar.NONE, clock, ZoneId.of("UTC"), () -> doorMode);
        this.registry = new VisitRegistry(
                settings,
                VisitCollaborators.of(MobileFaceNet.TABLE, gallery, entry, clock, "test models")
                        .with(stepUp, pins, new Random(5)));
        enrol(PersonAccess.always(DALIA));
        enrol(PersonAccess.always(EMEKA));
    }

    /** Enrols or changes a person. Person n looks along axis n. */
    public void enrol(PersonAccess access) {
        people.put(access.id(), access);
        gallery.enrol(access.id(), Faces.axis((int) access.id().value()));
    }

    /** Keeps the template but loses the person, as between a deletion and the index's change. */
    public void loseRecordOf(PersonId person) {
        people.remove(person);
    }

    /** A visitor who scores this much against an enrolled person. */
    public Visitor visitor(PersonId person, double score) {
        return new Visitor(100, Faces.mix((int) person.value(), score, STRANGER + 10 + (int) person.value()));
    }

    public Visitor stranger() {
        return new Visitor(100, Faces.axis(STRANGER));
    }

    /** Lets time pass frame by frame with these visitors in view. @return decisions of this time */
    public List<Decision> stand(Duration time, Visitor... visitors) {
        List<Decision> now = new ArrayList<>();
        long frames = Math.max(1, time.dividedBy(frameInterval));
        for (long i = 0; i < frames; i++) {
            now.addAll(frame(visitors));
        }
        return now;
    }

    public List<Decision> nobody(Duration time) {
        return stand(time);
    }

    /** An admin changes settings. */
    public void use(AccessSettings changed) {
        registry.use(changed);
    }

    /** The door is in this mode from now on. */
    public void door(DoorMode mode) {
        doorMode = mode;
    }

    /** The camera's pictures have another width from now on. */
    public void camera(int width) {
        frameWidth = width;
    }

    /** One frame. */
    public List<Decision> frame(Visitor... visitors) {
        clock.advance(frameInterval);
        sequence++;
        long now = clock.nanos();
        Map<Face, Visitor> inView = new IdentityHashMap<>();
        List<Face> faces = new ArrayList<>();
        for (Visitor visitor : visitors) {
            Face face = visitor.face();
            inView.put(face, visitor);
            faces.add(face);
        }
        List<Decision> decisions = new ArrayList<>();
        List<Sighting> sightings = registry.track(faces, frameWidth, frameWidth * 9 / 16, now);
        for (Sighting sighting : sightings) {
            if (registry.visit(sighting.track()).wantsSample(now)) {
                closeLooks++;
                look(sighting, inView.get(sighting.face()), now).ifPresent(decisions::add);
            }
        }
        decisions.addAll(registry.endedVisits());
        lastViews.clear();
        sightings.forEach(sighting -> lastViews.add(registry.view(sighting)));
        decisions.forEach(decision -> decided.add(new Timed(decision, Duration.ofNanos(clock.nanos() - startNanos))));
        return decisions;
    }

    private java.util.Optional<Decision> look(Sighting sighting, Visitor visitor, long now) {
        FaceQuality quality = visitor.quality();
        Visit visit = registry.visit(sighting.track());
        if (!quality.isGoodEnough()) {
            return visit.addPoor(quality, sequence, now);
        }
        Identification answer = gallery.identify(visitor.look());
        OptionalDouble liveness = visit.wantsLiveness(answer) ? visitor.liveness() : OptionalDouble.empty();
        Sample sample = new Sample(sequence, now, visitor.look(), answer, quality, liveness);
        return registry.visit(sighting.track(), sample).add(sample);
    }

    public void doorStayedShut(Decision.Granted granted, String why) {
        registry.grantFailed(granted, why, clock.nanos());
    }

    public List<Timed> decided() {
        return decided;
    }

    public List<String> codes() {
        return decided.stream().map(timed -> timed.decision().code()).toList();
    }

    public List<FaceView> views() {
        return List.copyOf(lastViews);
    }

    public AccessSettings settings() {
        return settings;
    }

    /** How many times the costly stages ran. */
    public int closeLooks() {
        return closeLooks;
    }
}
