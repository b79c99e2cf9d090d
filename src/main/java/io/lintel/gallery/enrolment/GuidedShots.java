package io.lintel.gallery.enrolment;

import io.lintel.face.BoundingBox;
import io.lintel.face.Embedding;
import io.lintel.face.EmbeddingMean;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceQuality;
import io.lintel.face.QualityFlaw;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.enrolment.EnrolmentWarning.LookAlike;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;

/**
 * Leads a person before the camera to a shot of each {@link PoseGoal}, in whatever order they come: shots that differ make better
 * templates. Looks at one picture after the other and says after each what to do next. Not thread-safe.
 */
public final class GuidedShots implements AutoCloseable {

    /** How far around a face's middle its shot reaches, in widths of the face. */
    private static final double MARGIN = 1.5;

    private final FaceAnalyzer analyzer;
    private final Gallery gallery;
    private final EnrolmentSettings settings;
    private final double leastLiveness;
    private volatile GuidedSubject subject;
    private final EnumSet<PoseGoal> taken = EnumSet.noneOf(PoseGoal.class);
    private final List<Shot> shots = new ArrayList<>();
    private final List<Embedding> embeddings = new ArrayList<>();
    private final Mat chip = new Mat();

    /**
     * @param analyzer used by nobody else meanwhile; stays the caller's to close
     * @param leastLiveness below it a face is taken for a picture of one; 0 where that is not to be looked at
     */
    public GuidedShots(
            FaceAnalyzer analyzer,
            Gallery gallery,
            EnrolmentSettings settings,
            double leastLiveness,
            GuidedSubject subject) {
        this.analyzer = analyzer;
        this.gallery = gallery;
        this.settings = settings;
        this.leastLiveness = leastLiveness;
        this.subject = subject;
    }

    /** Whoever stands there from now on is not taken for somebody else who is enrolled. May come from any thread. */
    public void allowLookAlike() {
        subject = subject.allowingLookAlike();
    }

    public GuidedSubject subject() {
        return subject;
    }

    /** What there is so far; the pictures are freed by {@link #close}. */
    public List<Shot> shots() {
        return List.copyOf(shots);
    }

    /** Takes a picture, BGR, which stays the caller's. */
    public GuidedStep look(Mat picture) {
        if (isComplete()) {
            return GuidedStep.of(Advice.DONE, null, taken);
        }
        List<Face> faces = analyzer.find(picture);
        if (faces.isEmpty()) {
            return GuidedStep.of(Advice.LOOK_HERE, null, taken);
        }
        Face face = faces.getFirst();
        Rect cut = around(face, picture);
        if (faces.stream().skip(1).anyMatch(other -> isNear(other, face) || isInside(other, cut))) {
            return GuidedStep.of(Advice.ONE_PERSON_ONLY, face.box(), taken);
        }
        FaceQuality quality = analyzer.assess(picture, face);
        Optional<Advice> better = better(quality);
        if (better.isPresent()) {
            return GuidedStep.of(better.get(), face.box(), taken);
        }
        analyzer.align(picture, face, chip);
        Embedding embedding = analyzer.embed(chip);
        return recognise(picture, cut, face, quality, embedding);
    }

    private GuidedStep recognise(Mat picture, Rect cut, Face face, FaceQuality quality, Embedding embedding) {
        Optional<LookAlike> known = known(embedding);
        if (known.isPresent()) {
            return new GuidedStep(Advice.KNOWN_PERSON, face.box(), taken, false, known.get());
        }
        if (!isTheSame(embedding)) {
            return GuidedStep.of(Advice.OTHER_PERSON, face.box(), taken);
        }
        Optional<PoseGoal> reached =
                open().stream().filter(goal -> goal.isReached(quality.pose())).findFirst();
        if (reached.isEmpty()) {
            return GuidedStep.of(open().getFirst().advice(), face.box(), taken);
        }
        OptionalDouble liveness = leastLiveness > 0 ? analyzer.liveness(picture, face) : OptionalDouble.empty();
        if (liveness.isPresent() && liveness.getAsDouble() < leastLiveness) {
            return GuidedStep.of(Advice.NOT_LIVE, face.box(), taken);
        }
        take(picture, cut, reached.get(), embedding);
        Advice next = isComplete() ? Advice.DONE : open().getFirst().advice();
        return new GuidedStep(next, face.box(), taken, true, null);
    }

    /** Only the part around the face is kept: whoever stands far behind is left out. */
    private void take(Mat picture, Rect cut, PoseGoal goal, Embedding embedding) {
        String label = "camera " + goal.name().toLowerCase(Locale.ROOT);
        Mat part = picture.submat(cut);
        shots.add(new Shot(label, TemplateSource.CAMERA, part.clone()));
        part.release();
        embeddings.add(embedding);
        taken.add(goal);
    }

    /** Somebody far behind is no second person before the camera. */
    private static boolean isNear(Face other, Face face) {
        return other.box().width() > face.box().width() / 2;
    }

    private static boolean isInside(Face other, Rect cut) {
        return cut.contains(new Point(other.box().centreX(), other.box().centreY()));
    }

    private static Rect around(Face face, Mat picture) {
        BoundingBox box = face.box();
        double reach = MARGIN * Math.max(box.width(), box.height());
        int left = (int) Math.max(0, box.centreX() - reach);
        int top = (int) Math.max(0, box.centreY() - reach);
        int right = (int) Math.min(picture.cols(), box.centreX() + reach);
        int bottom = (int) Math.min(picture.rows(), box.centreY() + reach);
        return new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    /** The first thing to mend; how far the head is turned is the goals' to judge. */
    private Optional<Advice> better(FaceQuality quality) {
        if (quality.interOcularPixels() < settings.leastInterOcular()) {
            return Optional.of(Advice.COME_CLOSER);
        }
        // In the order of QualityFlaw: who comes closer is sharper, too.
        return Arrays.stream(QualityFlaw.values())
                .filter(quality.flaws()::contains)
                .findFirst()
                .map(Advice::against);
    }

    private Optional<LookAlike> known(Embedding embedding) {
        if (!(subject instanceof GuidedSubject.NewPerson wanted) || wanted.allowLookAlike()) {
            return Optional.empty();
        }
        return gallery.nearestByCosine(embedding, 1).stream()
                .filter(candidate -> candidate.score() >= settings.lookAlikeScore())
                .findFirst()
                .flatMap(this::lookAlike);
    }

    private Optional<LookAlike> lookAlike(Candidate candidate) {
        return gallery.person(candidate.person()).map(person -> new LookAlike(person, candidate.score()));
    }

    private boolean isTheSame(Embedding embedding) {
        if (!embeddings.isEmpty()
                && embedding.cosine(EmbeddingMean.of(embeddings).direction()) < settings.sameShotScore()) {
            return false;
        }
        return !(subject instanceof GuidedSubject.Existing existing)
                // Empty after a change of the embedder: then there is nothing to compare with.
                || gallery.cosine(existing.person(), embedding).orElse(1) >= settings.sameShotScore();
    }

    private List<PoseGoal> open() {
        return Arrays.stream(PoseGoal.values())
                .filter(goal -> !taken.contains(goal))
                .toList();
    }

    private boolean isComplete() {
        return shots.size() == PoseGoal.values().length;
    }

    @Override
    public void close() {
        shots.forEach(Shot::release);
        shots.clear();
        chip.release();
    }
}
