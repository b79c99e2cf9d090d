package io.lintel.lab.peers;

import io.lintel.system.LintelException;
import io.lintel.system.NativeLibraries;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.videoio.VideoCapture;

/** Frames as raw pixels, BGR, {@value WIDTH} x {@value HEIGHT}: every program reads the same, and no decoder is measured. */
final class Frames {

    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    static final int BYTES = WIDTH * HEIGHT * 3;

    private Frames() {}

    /**
     * Writes frames of clips, evenly spaced, into a file.
     *
     * @return how many
     */
    static int write(List<Path> clips, int frames, Path file) {
        NativeLibraries.loadOpenCv();
        List<Mat> all = clips.stream().flatMap(clip -> read(clip).stream()).toList();
        int count = Math.min(frames, all.size());
        byte[] pixels = new byte[BYTES];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < count; i++) {
                all.get((int) ((long) i * all.size() / count)).get(0, 0, pixels);
                out.write(pixels);
            }
        } catch (IOException e) {
            throw new LintelException(file + " cannot be written: " + e.getMessage(), "make room for it");
        }
        all.forEach(Mat::release);
        return count;
    }

    private static List<Mat> read(Path clip) {
        VideoCapture capture = new VideoCapture(clip.toString());
        List<Mat> frames = new ArrayList<>();
        Mat frame = new Mat();
        while (capture.read(frame)) {
            if (!frame.size().equals(new Size(WIDTH, HEIGHT))) {
                throw new LintelException(clip + " is not of 640 x 480", "restore it from Lintel's release");
            }
            frames.add(frame);
            frame = new Mat();
        }
        capture.release();
        if (frames.isEmpty()) {
            throw new LintelException(clip + " is not a clip that can be read", "restore it from Lintel's release");
        }
        return frames;
    }

    /** Copies one frame into a file of its own. */
    static void copyOne(Path from, int index, Path to) {
        try (InputStream in = Files.newInputStream(from)) {
            in.skipNBytes((long) index * BYTES);
            Files.write(to, in.readNBytes(BYTES));
        } catch (IOException e) {
            throw new LintelException(to + " cannot be written: " + e.getMessage(), "make room for it");
        }
    }

    static List<Mat> load(Path file) {
        NativeLibraries.loadOpenCv();
        List<Mat> frames = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] pixels = in.readNBytes(BYTES);
            while (pixels.length == BYTES) {
                Mat frame = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3);
                frame.put(0, 0, pixels);
                frames.add(frame);
                pixels = in.readNBytes(BYTES);
            }
        } catch (IOException e) {
            throw new LintelException(file + " cannot be read: " + e.getMessage(), "run make bench-peers");
        }
        return frames;
    }
}
