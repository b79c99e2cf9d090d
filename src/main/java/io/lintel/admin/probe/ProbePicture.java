package io.lintel.admin.probe;

import io.lintel.camera.CaptureLoop;
import io.lintel.gallery.photo.PhotoException;
import io.lintel.gallery.photo.PhotoLimits;
import io.lintel.system.LintelException;
import io.lintel.wiring.House;
import io.lintel.wiring.Probes;
import io.lintel.wiring.Probes.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/** A picture to look at. */
public sealed interface ProbePicture {

    /** How it is called in an answer. */
    String label();

    List<Probe> look(Probes probes);

    /** A file that was sent. */
    record Upload(String label, FileUpload file) implements ProbePicture {

        @Override
        public List<Probe> look(Probes probes) {
            try {
                if (file.size() > PhotoLimits.DEFAULT.bytes()) {
                    throw new PhotoException(
                            "The photo has " + (file.size() >> 20) + " MB, the most are "
                                    + (PhotoLimits.DEFAULT.bytes() >> 20),
                            "send a smaller one");
                }
                return probes.all(Files.readAllBytes(file.uploadedFile()));
            } catch (IOException e) {
                throw new LintelException("The photo did not arrive whole", "send it again", e);
            }
        }
    }

    /** What the door's camera sees now. */
    record Live(House house) implements ProbePicture {

        private static final Duration PATIENCE = Duration.ofSeconds(1);

        @Override
        public String label() {
            return "the camera's picture";
        }

        @Override
        public List<Probe> look(Probes probes) {
            CaptureLoop camera = house.serving().camera().orElseThrow(Live::none);
            Mat picture = new Mat();
            try {
                if (camera.tap().next(picture, 0, PATIENCE) == 0) {
                    throw none();
                }
                return probes.all(picture);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw none();
            } finally {
                picture.release();
            }
        }

        private static LintelException none() {
            return new LintelException(
                    "The camera gives no picture now", "look at the camera on the page Now, or send a photo");
        }
    }

    /** @return null when no file was chosen */
    static @Nullable ProbePicture of(@Nullable FileUpload file) {
        if (file == null || file.size() == 0 && file.fileName().isEmpty()) {
            return null;
        }
        String name = file.fileName();
        return new Upload(name.length() > 80 ? name.substring(0, 79) + "…" : name, file);
    }
}
