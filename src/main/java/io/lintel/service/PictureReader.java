package io.lintel.service;

import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.photo.PhotoGate;
import io.lintel.system.JpegEncoder;
import io.lintel.system.LintelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.opencv.core.Mat;

/**
 * Analyses the faces of single pictures. A picture says less than a visit: no frames agree here, and one frame decides nothing about
 * liveness. One thread at a time.
 */
final class PictureReader {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final FaceAnalyzer analyzer;
    private final CameraPictures camera;

    PictureReader(FaceAnalyzer analyzer, CameraPictures camera) {
        this.analyzer = analyzer;
        this.camera = camera;
    }

    /** All faces, the largest first. @throws LintelException if there is no picture, or it cannot be read */
    List<AnalysedFace> faces(LookupPicture wanted, PhotoGate.Turn turn) {
        Mat picture = picture(wanted, turn);
        Mat chip = new Mat();
        try {
            List<AnalysedFace> faces = new ArrayList<>();
            for (Face face : analyzer.find(picture)) {
                analyzer.align(picture, face, chip);
                faces.add(new AnalysedFace(
                        face,
                        analyzer.assess(picture, face),
                        analyzer.embed(chip),
                        wanted.withLiveness() ? analyzer.liveness(picture, face) : OptionalDouble.empty(),
                        jpeg(chip)));
            }
            return faces;
        } finally {
            chip.release();
            picture.release();
        }
    }

    private Mat picture(LookupPicture wanted, PhotoGate.Turn turn) {
        return switch (wanted) {
            case LookupPicture.Photo photo -> turn.photos().read(photo.file().file());
            case LookupPicture.CameraPicture now -> fromCamera();
        };
    }

    private Mat fromCamera() {
        Mat picture = new Mat();
        try {
            if (camera.next(picture, PATIENCE)) {
                return picture;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        picture.release();
        throw new LintelException(
                "The camera gives no picture now", "look at the camera on the page Now, or send a photo");
    }

    private static byte[] jpeg(Mat picture) {
        try (JpegEncoder encoder = new JpegEncoder(95)) {
            return encoder.encode(picture);
        }
    }
}
