package io.lintel.evaluation;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Reads a picture file. */
public final class StillFile {

    private StillFile() {}

    /** @return BGR, to be released by the caller @throws LintelException if it is not a picture that can be read */
    public static Mat read(Path file) {
        try {
            MatOfByte bytes = new MatOfByte(Files.readAllBytes(file));
            Mat picture = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR);
            bytes.release();
            if (picture.empty()) {
                throw new LintelException(file + " is not a picture that can be read", "replace or remove it");
            }
            return picture;
        } catch (IOException e) {
            throw new LintelException(file + " cannot be read: " + e.getMessage(), "replace or remove it", e);
        }
    }
}
