package io.lintel.wiring;

import io.lintel.access.evidence.OperatingPoint;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.photo.PhotoLimits;
import io.lintel.gallery.photo.PhotoReader;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/**
 * Single pictures as probes: for verify, identify and compare. One picture says less than a visit: no frames agree here and
 * nothing is said about liveness.
 */
public final class Probes {

    /** One face of a picture. */
    public record Probe(Face face, FaceQuality quality, Embedding embedding) {}

    private final House house;
    private final PhotoReader reader = new PhotoReader(PhotoLimits.DEFAULT);

    public Probes(House house) {
        this.house = house;
    }

    /** The threshold in force for so many people, and what it means. */
    public OperatingPoint threshold(int persons) {
        return new ThresholdRule(
                        Recognition.thresholds(house.faceModels()),
                        RoomSettings.access(house.config()).threshold())
                .forGallery(persons);
    }

    /** What a score means: how often two different people reach it. */
    public double fmrAt(double score) {
        return Recognition.thresholds(house.faceModels()).fmrAt(score);
    }

    /** All faces of a photo, the largest first. @throws LintelException if it cannot be read */
    public List<Probe> all(Path photo) {
        Mat picture = reader.read(photo);
        Mat chip = new Mat();
        try {
            FaceAnalyzer analyzer = house.analyzer();
            List<Probe> probes = new ArrayList<>();
            for (Face face : analyzer.find(picture)) {
                analyzer.align(picture, face, chip);
                probes.add(new Probe(face, analyzer.assess(picture, face), analyzer.embed(chip)));
            }
            return probes;
        } finally {
            picture.release();
            chip.release();
        }
    }

    /** The only face of a photo. @throws LintelException if there is none, or more than one */
    public Probe only(Path photo) {
        List<Probe> probes = all(photo);
        if (probes.size() != 1) {
            throw new LintelException(
                    photo + " shows " + (probes.isEmpty() ? "no face" : probes.size() + " faces"),
                    "use a photo of one person, face from the front");
        }
        return probes.getFirst();
    }
}
