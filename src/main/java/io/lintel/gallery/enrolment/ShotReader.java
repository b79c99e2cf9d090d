package io.lintel.gallery.enrolment;

import io.lintel.face.Embedding;
import io.lintel.face.EmbeddingMean;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceQuality;
import io.lintel.face.QualityFlaw;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.ShotQuality;
import io.lintel.gallery.TemplateDraft;
import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.photo.PhotoException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/** Makes a template of a shot, or says why not. One thread at a time, as its analyzer. */
final class ShotReader {

    private final FaceAnalyzer analyzer;
    private final String modelId;
    private final EnrolmentSettings settings;

    ShotReader(FaceAnalyzer analyzer, String modelId, EnrolmentSettings settings) {
        this.analyzer = analyzer;
        this.modelId = modelId;
        this.settings = settings;
    }

    /** Tells either {@code usable} or {@code problems}, once. */
    void read(Shot shot, Set<AugmentedView> views, Consumer<TemplateDraft> usable, Consumer<ShotProblem> problems) {
        try {
            shot.look(picture -> read(shot, picture, views, usable, problems));
        } catch (PhotoException | GalleryException e) {
            problems.accept(new ShotProblem(
                    shot.label(),
                    ShotProblem.Kind.POOR_QUALITY,
                    lowerFirst(String.valueOf(e.getMessage())),
                    e.remedy()));
        }
    }

    private void read(
            Shot shot,
            Mat picture,
            Set<AugmentedView> views,
            Consumer<TemplateDraft> usable,
            Consumer<ShotProblem> problems) {
        List<Face> faces = analyzer.find(picture);
        if (faces.isEmpty()) {
            problems.accept(new ShotProblem(
                    shot.label(),
                    ShotProblem.Kind.NO_FACE,
                    "no face was found",
                    "use a picture of the face from the front, large and well lit"));
        } else if (faces.size() > 1) {
            problems.accept(new ShotProblem(
                    shot.label(),
                    ShotProblem.Kind.SEVERAL_FACES,
                    faces.size() + " faces were found",
                    "use a picture of this person alone, or cut the others off"));
        } else {
            FaceQuality quality = analyzer.assess(picture, faces.getFirst());
            Set<QualityFlaw> flaws = flaws(quality);
            if (flaws.isEmpty() && isUpsideDown(picture, faces.getFirst())) {
                flaws.add(QualityFlaw.TILTED);
            }
            if (flaws.isEmpty()) {
                usable.accept(template(shot.source(), picture, faces.getFirst(), quality, views));
            } else {
                problems.accept(poor(shot, flaws));
            }
        }
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private Set<QualityFlaw> flaws(FaceQuality quality) {
        Set<QualityFlaw> flaws = EnumSet.noneOf(QualityFlaw.class);
        flaws.addAll(quality.flaws());
        if (quality.interOcularPixels() < settings.leastInterOcular()) {
            flaws.add(QualityFlaw.TOO_FAR);
        }
        return flaws;
    }

    /**
     * A face that stands on its head is found with a roll of 0, eyes and mouth exchanged. The landmark model is surer of the picture that
     * is the right way up: on the demo's 107 pictures by a factor of 1.4 or more, without exception.
     */
    private boolean isUpsideDown(Mat picture, Face face) {
        Mat turned = new Mat();
        try {
            Core.rotate(picture, turned, Core.ROTATE_180);
            return analyzer.find(turned).stream()
                    .anyMatch(other -> other.mesh().confidence() > face.mesh().confidence());
        } finally {
            turned.release();
        }
    }

    private static ShotProblem poor(Shot shot, Set<QualityFlaw> flaws) {
        String what = flaws.stream()
                .map(flaw -> flaw.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String advice = flaws.stream().map(QualityFlaw::advice).distinct().collect(Collectors.joining(", "));
        return new ShotProblem(shot.label(), ShotProblem.Kind.POOR_QUALITY, "the face is " + what, advice);
    }

    private TemplateDraft template(
            TemplateSource source, Mat picture, Face face, FaceQuality quality, Set<AugmentedView> views) {
        Mat chip = new Mat();
        Mat view = new Mat();
        try {
            analyzer.align(picture, face, chip);
            List<Embedding> embeddings = new ArrayList<>();
            for (AugmentedView each : views) {
                each.draw(chip, view);
                embeddings.add(analyzer.embed(view));
            }
            return new TemplateDraft(
                    EmbeddingMean.of(embeddings).direction(),
                    modelId,
                    source,
                    views.size(),
                    ShotQuality.of(quality),
                    settings.portraits() ? PortraitMaker.of(picture, face) : null);
        } finally {
            chip.release();
            view.release();
        }
    }
}
