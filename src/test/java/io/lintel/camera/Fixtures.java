package io.lintel.camera;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** The demo's clips and stills, and videos that the installed ffmpeg makes of them. */
final class Fixtures {

    static final Path DEMO = Path.of("config", "demo").toAbsolutePath();
    static final Path WALK_UP = DEMO.resolve("clips").resolve("enrolled.avi");
    static final Path CORRIDOR = DEMO.resolve("clips").resolve("empty.avi");
    static final Path STILL = DEMO.resolve("people").resolve("dalia").resolve("enrol.jpg");

    /** The demo played as fast as it decodes, once. */
    static final CameraSettings FAST =
            CameraSettings.defaults().withDemoFolder(DEMO).withPlayback(false, false);

    private Fixtures() {}

    static void needsFfmpeg() {
        boolean installed;
        try {
            run("ffmpeg", "-version");
            installed = true;
        } catch (IOException e) {
            installed = false;
        }
        assumeTrue(installed, "skipped: the program ffmpeg is not installed");
    }

    /** Makes a video of a clip. @param options between input and output */
    static Path video(Path folder, String name, Path clip, String... options) throws IOException {
        Path video = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y", "-i", clip.toString()));
        words.addAll(List.of(options));
        words.add(video.toString());
        run(words.toArray(String[]::new));
        return video;
    }

    static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Mat picture(int width, int height, double blue, double green, double red) {
        return new Mat(height, width, CvType.CV_8UC3, new Scalar(blue, green, red));
    }

    static int openFiles() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return (int) files.count();
        }
    }
}
