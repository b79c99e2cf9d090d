package io.lintel.benchmark;

import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;

/** The frames of an MJPEG clip in memory. */
record Clip(List<Mat> frames) implements AutoCloseable {

    static Clip read(Path file) {
        VideoCapture capture = new VideoCapture(file.toString());
        List<Mat> frames = new ArrayList<>();
        Mat frame = new Mat();
        while (capture.read(frame)) {
            frames.add(frame);
            frame = new Mat();
        }
        capture.release();
        if (frames.isEmpty()) {
            throw new LintelException(file + " is not a clip that can be read", "restore it from Lintel's release");
        }
        return new Clip(frames);
    }

    @Override
    public void close() {
        frames.forEach(Mat::release);
    }
}
