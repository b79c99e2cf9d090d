package io.lintel.evaluation;

import io.lintel.system.LintelException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** A video file of a data set: its frames one after the other, through an ffmpeg child process. */
record VideoClip(Path file, int width, int height, double framesPerSecond) {

    /** Reads size and rate with ffprobe. */
    static VideoClip of(Path file) {
        Process probe = start(List.of(
                "ffprobe",
                "-v",
                "error",
                "-select_streams",
                "v:0",
                "-show_entries",
                "stream=width,height,avg_frame_rate",
                "-of",
                "csv=p=0",
                file.toString()));
        try (var in = probe.getInputStream()) {
            String[] told = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("[,/]");
            return new VideoClip(
                    file,
                    Integer.parseInt(told[0]),
                    Integer.parseInt(told[1]),
                    Double.parseDouble(told[2]) / Double.parseDouble(told[3]));
        } catch (IOException | RuntimeException e) {
            throw new LintelException(file + " is not a video that can be read", "restore the data set", e);
        }
    }

    /** The file's name without its ending. */
    String name() {
        return file.getFileName().toString().replaceFirst("\\.[a-z0-9]+$", "");
    }

    /** @param frame told of each; the same picture each time, BGR */
    void forEachFrame(Consumer<Mat> frame) {
        byte[] pixels = new byte[width * height * 3];
        Mat picture = new Mat(height, width, CvType.CV_8UC3);
        Process ffmpeg = start(List.of(
                "ffmpeg", "-v", "error", "-i", file.toString(), "-f", "rawvideo", "-pix_fmt", "bgr24", "pipe:1"));
        try (DataInputStream in = new DataInputStream(ffmpeg.getInputStream())) {
            while (true) {
                in.readFully(pixels);
                picture.put(0, 0, pixels);
                frame.accept(picture);
            }
        } catch (EOFException end) {
            // the clip is over
        } catch (IOException e) {
            throw new LintelException(file + " cannot be read: " + e.getMessage(), "restore the data set", e);
        } finally {
            ffmpeg.destroy();
            picture.release();
        }
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
}
