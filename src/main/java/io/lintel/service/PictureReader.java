package io.lintel.service;

import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.photo.PhotoLimits;
import io.lintel.gallery.photo.PhotoReader;
import io.lintel.system.LintelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

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
    List<AnalysedFace> faces(LookupPicture wanted) {
        Mat picture = picture(wanted);
        Mat chip = new Mat();
        try {
            List<AnalysedFace> faces = new ArrayList<>();
            for (Face face : analyzer.find(picture)) {
                analyzer.align(picture, face, chip);
                faces.add(new AnalysedFace(
                        face,
                        analyzer.assess(picture, face),
                        analyzer.embed(chip),
                        analyzer.liveness(picture, face),
                        jpeg(chip)));
            }
            return faces;
        } finally {
            chip.release();
            picture.release();
        }
    }

    private Mat picture(LookupPicture wanted) {
        return switch (wanted) {
            // Made anew each time: its constructor loads OpenCV, which a command without photos does not need.
            case LookupPicture.Photo photo ->
                new PhotoReader(PhotoLimits.DEFAULT).read(photo.file().file());
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
        MatOfByte encoded = new MatOfByte();
        try {
            Imgcodecs.imencode(".jpg", picture, encoded);
            return encoded.toArray();
        } finally {
            encoded.release();
        }
    }
}
