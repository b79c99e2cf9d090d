package io.lintel.evaluation.pad;

import io.lintel.system.LintelException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * A clip of any format that ffmpeg reads, frame by frame, upright as a player shows it, each frame with its own time.
 *
 * @param times of the frames, seconds, ascending; may be fewer than there are frames
 */
record ClipFile(Path file, double[] times) {

    private static final double USUAL_INTERVAL = 1.0 / 25;

    /** Told of each frame. */
    interface FrameListener {

        /** @param picture BGR; the same object each time @param seconds since the clip's begin */
        void frame(Mat picture, double seconds);
    }

    static ClipFile of(Path file) {
        Process probe = start(List.of(
                "ffprobe",
                "-v",
                "error",
                "-select_streams",
                "v:0",
                "-show_entries",
                "packet=pts_time",
                "-of",
                "csv=p=0",
                file.toString()));
        try (var in = probe.getInputStream()) {
            double[] times = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replace(",", "").strip())
                    .filter(line -> line.matches("-?[0-9.]+"))
                    .mapToDouble(Double::parseDouble)
                    .sorted()
                    .toArray();
            return new ClipFile(file, times);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** When a frame is shown, seconds since the first one. Goes on evenly where the file does not say it. */
    double seconds(int frame) {
        if (frame < times.length) {
            return times[frame] - times[0];
        }
        double interval = times.length < 2 ? USUAL_INTERVAL : (times[times.length - 1] - times[0]) / (times.length - 1);
        return frame * interval;
    }

    /** @throws LintelException if the file holds no picture that can be read */
    void forEachFrame(FrameListener listener) {
        Process ffmpeg = start(List.of(
                "ffmpeg",
                "-nostdin",
                "-v",
                "error",
                "-i",
                file.toString(),
                "-map",
                "0:v:0",
                "-fps_mode",
                "passthrough",
                "-f",
                "image2pipe",
                "-c:v",
                "ppm",
                "-pix_fmt",
                "rgb24",
                "pipe:1"));
        Mat bgr = new Mat();
        int frames = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(ffmpeg.getInputStream(), 1 << 16))) {
            for (Mat rgb = next(in); rgb != null; rgb = next(in)) {
                Imgproc.cvtColor(rgb, bgr, Imgproc.COLOR_RGB2BGR);
                rgb.release();
                listener.frame(bgr, seconds(frames++));
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        } finally {
            ffmpeg.destroy();
            bgr.release();
        }
        if (frames == 0) {
            throw unreadable(file, new IOException("it holds no picture"));
        }
    }

    /** The next PPM picture; null at the end. */
    private static @org.jspecify.annotations.Nullable Mat next(DataInputStream in) throws IOException {
        if (in.read() != 'P' || in.read() != '6') {
            return null;
        }
        in.read();
        int width = number(in);
        int height = number(in);
        number(in);
        byte[] pixels = new byte[width * height * 3];
        try {
            in.readFully(pixels);
        } catch (EOFException cut) {
            return null;
        }
        Mat rgb = new Mat(height, width, CvType.CV_8UC3);
        rgb.put(0, 0, pixels);
        return rgb;
    }

    private static int number(DataInputStream in) throws IOException {
        int value = 0;
        for (int c = in.read(); c >= '0' && c <= '9'; c = in.read()) {
            value = 10 * value + c - '0';
        }
        return value;
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new LintelException(
                    command.getFirst() + " cannot be started: " + e.getMessage(),
                    "install ffmpeg (apt install ffmpeg)",
                    e);
        }
    }

    private static LintelException unreadable(Path file, IOException cause) {
        return new LintelException(
                file + " is not a clip that can be read: " + cause.getMessage(), "replace or remove it", cause);
    }
}
