package io.lintel.access.loop;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** A video file's frames, one after the other through ffmpeg. */
record FfmpegClip(Path file, int width, int height, double framesPerSecond) {

    /** Reads size and rate with ffprobe. */
    static FfmpegClip of(Path file) {
        String[] told = run(List.of(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "stream=width,height,avg_frame_rate",
                        "-of",
                        "csv=p=0",
                        file.toString()))
                .strip()
                .split("[,/]");
        return new FfmpegClip(
                file,
                Integer.parseInt(told[0]),
                Integer.parseInt(told[1]),
                Double.parseDouble(told[2]) / Double.parseDouble(told[3]));
    }

    String name() {
        return file.getFileName().toString().replaceFirst("\\.[a-z0-9]+$", "");
    }

    /** @param frame the same picture each time, BGR */
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
            throw new UncheckedIOException(e);
        } finally {
            ffmpeg.destroy();
            picture.release();
        }
    }

    private static String run(List<String> command) {
        try (var in = start(command).getInputStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
