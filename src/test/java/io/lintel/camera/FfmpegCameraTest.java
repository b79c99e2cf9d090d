package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.lintel.system.MonotonicClock;
import io.lintel.system.NativeLibraries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.Videoio;

class FfmpegCameraTest {

    @TempDir
    private static Path folder;

    private final Mat picture = new Mat();

    @BeforeAll
    static void prepare() {
        Fixtures.needsFfmpeg();
        NativeLibraries.loadOpenCv();
    }

    private static FfmpegCamera camera(String address) {
        return camera(Fixtures.FAST.withAddress(address));
    }

    private static FfmpegCamera camera(CameraSettings settings) {
        return (FfmpegCamera)
                CameraSource.of(settings, MonotonicClock.SYSTEM).cameras().get();
    }

    private int readToTheEnd(Camera camera) {
        int pictures = 0;
        try {
            while (true) {
                camera.read(picture);
                pictures++;
            }
        } catch (CameraException e) {
            assertThat(e.isEnd()).as(e.getMessage()).isTrue();
            return pictures;
        }
    }

    private static CameraException thrownBy(ThrowingCallable call) {
        return catchThrowableOfType(CameraException.class, call);
    }

    @Test
    void anMp4IsPlayedWholeAndThenEnds() throws IOException {
        Path video = Fixtures.video(folder, "walk-up.mp4", Fixtures.WALK_UP);
        try (FfmpegCamera camera = camera(video.toString())) {
            camera.open();

            assertThat(readToTheEnd(camera)).isEqualTo(108);
            assertThat(picture.size().width).isEqualTo(640);
            assertThat(picture.size().height).isEqualTo(480);
            assertThat(camera.kind()).isEqualTo(CameraKind.RECORDING);
        }
    }

    @Test
    void thePixelsAreThoseOfOpenCvsOwnReader() {
        Mat expected = new Mat();
        VideoCapture reader = new VideoCapture(Fixtures.WALK_UP.toString(), Videoio.CAP_OPENCV_MJPEG);
        try (FfmpegCamera camera = camera(Fixtures.WALK_UP.toString())) {
            camera.open();
            for (int i = 0; i < 50; i++) {
                camera.read(picture);
                reader.read(expected);
            }
        }
        reader.release();
        // mean difference per pixel: two JPEG decoders round differently, swapped channels or another frame differ by
        // 10
        assertThat(Core.norm(picture, expected, Core.NORM_L1) / (640 * 480 * 3)).isLessThan(2.5);
    }

    @Test
    void aStreamThatChangesItsShapeEndsInsteadOfBeingStretched() throws IOException {
        Path wide = Fixtures.video(folder, "wide.ts", Fixtures.WALK_UP, "-frames:v", "30");
        Path tall = Fixtures.video(folder, "tall.ts", Fixtures.WALK_UP, "-frames:v", "30", "-vf", "crop=270:480");
        Path both = folder.resolve("both.ts");
        Files.write(both, Files.readAllBytes(wide));
        Files.write(both, Files.readAllBytes(tall), StandardOpenOption.APPEND);
        try (FfmpegCamera camera = camera(both.toString())) {
            camera.open();
            CameraException end = thrownBy(() -> {
                while (true) {
                    camera.read(picture);
                }
            });
            assertThat(end).hasMessageContaining("changed the shape of its picture, now 270x480");
            assertThat(end.isEnd()).isFalse();
        }
    }

    /** W1: what a file says about its own orientation is honoured. */
    @Test
    void aVideoThatAPhoneRecordedUprightIsUpright() throws IOException {
        Path lying = Fixtures.video(folder, "lying.mp4", Fixtures.WALK_UP, "-frames:v", "5");
        Path noted = Fixtures.video(folder, "noted.mp4", lying, "-c", "copy", "-metadata:s:v", "rotate=90");
        try (FfmpegCamera camera = camera(noted.toString())) {
            camera.open();
            camera.read(picture);

            assertThat(picture.cols()).isEqualTo(480);
            assertThat(picture.rows()).isEqualTo(640);
        }
    }

    /** W1: a camera may write its orientation into each JPEG of its stream. */
    @Test
    void aStreamOfJpegsThatSayHowTheyAreHeldIsUpright() throws IOException {
        byte[] jpeg = Files.readAllBytes(Fixtures.STILL);
        byte[] note =
                HexFormat.of().parseHex("ffe100224578696600004d4d002a00000008000101120003000000010006000000000000");
        Path stream = folder.resolve("held.mjpeg");
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            frames.write(jpeg, 0, 2);
            frames.write(note);
            frames.write(jpeg, 2, jpeg.length - 2);
        }
        Files.write(stream, frames.toByteArray());
        Mat still = Imgcodecs.imread(Fixtures.STILL.toString());
        try (FfmpegCamera camera = camera(stream.toString())) {
            camera.open();
            camera.read(picture);

            assertThat(picture.cols()).isEqualTo(still.rows());
            assertThat(picture.rows()).isEqualTo(still.cols());
        }
    }

    @Test
    void whatArrivesBeforeTheFirstPictureIsNotThrownAway() {
        FfmpegInput camera = new FfmpegInput.Url(StreamUrl.parse("rtsp://192.0.2.1/door"));

        assertThat(FfmpegCommand.of(camera, CameraSettings.defaults())).doesNotContain("nobuffer");
    }

    @Test
    void a4kVideoIsScaledDownAndKeepsItsShape() throws IOException {
        Path video = Fixtures.video(
                folder,
                "4k.mkv",
                Fixtures.CORRIDOR,
                "-frames:v",
                "3",
                "-vf",
                "scale=3840:2160",
                "-preset",
                "ultrafast");
        try (FfmpegCamera camera = camera(video.toString())) {
            camera.open();
            camera.read(picture);

            assertThat(picture.cols()).isEqualTo(1280);
            assertThat(picture.rows()).isEqualTo(720);
        }
    }

    @Test
    void anOddSmallPortraitVideoKeepsItsSize() throws IOException {
        Path video = Fixtures.video(
                folder,
                "odd.avi",
                Fixtures.CORRIDOR,
                "-frames:v",
                "2",
                "-vf",
                "scale=123:217",
                "-c:v",
                "rawvideo",
                "-pix_fmt",
                "bgr24");
        try (FfmpegCamera camera = camera(video.toString())) {
            camera.open();
            camera.read(picture);

            assertThat(picture.cols()).isEqualTo(123);
            assertThat(picture.rows()).isEqualTo(217);
        }
    }

    @Test
    void aGreyVideoBecomesThreeEqualChannels() throws IOException {
        Path video = Fixtures.video(
                folder, "grey.mkv", Fixtures.CORRIDOR, "-frames:v", "3", "-c:v", "ffv1", "-pix_fmt", "gray");
        try (FfmpegCamera camera = camera(video.toString())) {
            camera.open();
            camera.read(picture);
        }
        Mat blue = new Mat();
        Mat red = new Mat();
        Core.extractChannel(picture, blue, 0);
        Core.extractChannel(picture, red, 2);
        assertThat(picture.type()).isEqualTo(CvType.CV_8UC3);
        assertThat(Core.norm(blue, red, Core.NORM_INF)).isLessThanOrEqualTo(1);
        assertThat(Core.mean(blue)).isNotEqualTo(new Scalar(0));
    }

    @Test
    void aRecordingRepeatsWhenAskedTo() throws IOException {
        Path video = Fixtures.video(folder, "short.mp4", Fixtures.CORRIDOR, "-frames:v", "5");
        CameraSettings repeating = Fixtures.FAST.withAddress(video.toString()).withPlayback(true, false);
        try (FfmpegCamera camera = camera(repeating)) {
            camera.open();
            for (int i = 0; i < 17; i++) {
                camera.read(picture);
            }
            assertThat(picture.empty()).isFalse();
        }
    }

    @Test
    void aTruncatedVideoIsAnErrorWithFfmpegsReason() throws IOException {
        Path video = Fixtures.video(folder, "whole.mp4", Fixtures.WALK_UP);
        byte[] whole = Files.readAllBytes(video);
        Path truncated = Files.write(folder.resolve("truncated.mp4"), Arrays.copyOf(whole, whole.length / 2));
        try (FfmpegCamera camera = camera(truncated.toString())) {
            CameraException error = thrownBy(camera::open);

            assertThat(error).hasMessageContaining("Invalid data");
            assertThat(error.isEnd()).isFalse();
        }
    }

    @Test
    void aMissingFileAFileWithoutVideoAndAMissingProgramAreSaidSo() throws IOException {
        Path noVideo = Files.writeString(folder.resolve("text.mp4"), "hello");
        try (FfmpegCamera missing = camera(folder.resolve("nowhere.mp4").toString());
                FfmpegCamera text = camera(noVideo.toString());
                FfmpegCamera noFfmpeg = camera(Fixtures.FAST
                        .withAddress(noVideo.toString())
                        .withFfmpeg(folder.resolve("no-ffmpeg").toString()))) {
            assertThatThrownBy(missing::open).hasMessageContaining("No such file");
            assertThatThrownBy(text::open).isInstanceOf(CameraException.class);
            assertThat(thrownBy(noFfmpeg::open))
                    .hasMessageContaining("no-ffmpeg")
                    .extracting(CameraException::remedy)
                    .asString()
                    .contains("apt install ffmpeg");
        }
    }

    @Test
    void aPlaylistDisguisedAsAVideoFetchesNothing() throws IOException {
        Path playlist = Files.writeString(
                folder.resolve("playlist.mp4"), "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/secret.ts\n#EXT-X-ENDLIST\n");
        try (FfmpegCamera camera = camera(playlist.toString())) {
            assertThatThrownBy(camera::open).isInstanceOf(CameraException.class);
        }
    }

    @Test
    void aRefusedConnectionIsSaidSoWithoutThePassword() {
        for (String scheme : new String[] {"http", "rtsp"}) {
            try (FfmpegCamera camera = camera(scheme + "://admin:sesame@127.0.0.1:9/live?key=tulip")) {
                CameraException error = thrownBy(camera::open);

                assertThat(error)
                        .hasMessageContaining("Connection refused")
                        .hasMessageContaining(scheme + "://127.0.0.1:9/live");
                assertThat(error.getMessage() + camera.name())
                        .doesNotContain("sesame")
                        .doesNotContain("tulip");
            }
        }
    }

    @Test
    void aKilledChildIsAnErrorThatNamesTheSignal() {
        CameraSettings looping =
                Fixtures.FAST.withAddress(Fixtures.WALK_UP.toString()).withPlayback(true, true);
        try (FfmpegCamera camera = camera(looping)) {
            camera.open();
            camera.read(picture);
            ProcessHandle.of(camera.pid()).orElseThrow().destroyForcibly();

            CameraException error = thrownBy(() -> {
                while (true) {
                    camera.read(picture);
                }
            });
            assertThat(error).hasMessageContaining("signal 9");
            assertThat(error.isEnd()).isFalse();
        }
    }

    @Test
    void closingEndsTheChildAndABlockedReadAndLeavesNoOpenFiles() throws IOException, InterruptedException {
        CameraSettings looping =
                Fixtures.FAST.withAddress(Fixtures.WALK_UP.toString()).withPlayback(true, true);
        int before = Fixtures.openFiles();
        for (int i = 0; i < 3; i++) {
            FfmpegCamera camera = camera(looping);
            camera.open();
            Thread reader = Thread.ofPlatform().start(() -> assertThatThrownBy(() -> readToTheEnd(camera)));
            camera.close();
            reader.join(10_000);

            assertThat(reader.isAlive()).isFalse();
            await().until(() -> ProcessHandle.of(camera.pid()).isEmpty());
        }
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(Fixtures.openFiles()).isLessThanOrEqualTo(before));
    }
}
