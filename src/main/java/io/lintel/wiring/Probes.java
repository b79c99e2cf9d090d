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
import java.util.OptionalDouble;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Single pictures as probes: for verify, identify and compare. One picture says less than a visit: no frames agree here and
 * a look of one frame decides nothing about liveness. One thread at a time.
 */
public final class Probes {

    /**
     * One face of a picture.
     *
     * @param liveness of this one frame; empty without liveness models
     * @param chip the aligned face as JPEG, as the embedder sees it
     */
    public record Probe(Face face, FaceQuality quality, Embedding embedding, OptionalDouble liveness, byte[] chip) {}

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

    /** How often two strangers score so high or higher, per comparison. */
    public double falseMatchRate(double score) {
        return Recognition.thresholds(house.faceModels()).fmrAt(score);
    }

    /** All faces of a photo, the largest first. @throws LintelException if it cannot be read */
    public List<Probe> all(Path photo) {
        return released(reader.read(photo));
    }

    /** All faces of an uploaded photo, the largest first. @throws LintelException if it cannot be read */
    public List<Probe> all(byte[] photo) {
        return released(reader.read(photo));
    }

    private List<Probe> released(Mat picture) {
        try {
            return all(picture);
        } finally {
            picture.release();
        }
    }

    /** All faces of a picture, which stays the caller's, the largest first. */
    public List<Probe> all(Mat picture) {
        Mat chip = new Mat();
        try {
            FaceAnalyzer analyzer = house.analyzer();
            List<Probe> probes = new ArrayList<>();
            for (Face face : analyzer.find(picture)) {
                analyzer.align(picture, face, chip);
                probes.add(new Probe(
                        face,
                        analyzer.assess(picture, face),
                        analyzer.embed(chip),
                        analyzer.liveness(picture, face),
                        jpeg(chip)));
            }
            return probes;
        } finally {
            chip.release();
        }
    }

    /** The only face of a photo. @throws LintelException if there is none, or more than one */
    public Probe only(Path photo) {
        return only(photo.toString(), all(photo));
    }

    /** The only one. @throws LintelException if there is none, or more than one */
    public static Probe only(String photo, List<Probe> probes) {
        if (probes.size() != 1) {
            throw new LintelException(
                    photo + " shows " + (probes.isEmpty() ? "no face" : probes.size() + " faces"),
                    "use a photo of one person, face from the front");
        }
        return probes.getFirst();
    }

    private static byte[] jpeg(Mat picture) {
        MatOfByte encoded = new MatOfByte();
        try {
            Imgcodecs.imencode(".jpg", picture, encoded);
            return encoded.toArray();
        } finally {
            encoded.release();
        }
    }
}
