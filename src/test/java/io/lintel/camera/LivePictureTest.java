package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lintel.camera.LivePicture.Picture;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import io.lintel.system.NativeLibraries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class LivePictureTest {

    private final FrameTap tap = new FrameTap();
    private final LivePicture live = new LivePicture(tap, MonotonicClock.SYSTEM);
    private final Mat frame = new Mat(720, 1280, CvType.CV_8UC3, new Scalar(10, 200, 30));

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
    }

    @AfterEach
    void close() {
        live.close();
        tap.close();
        frame.release();
    }

    @Test
    void whoeverWatchesGetsJpegsThatCanBeAskedForByNumber() {
        List<Picture> seen = new CopyOnWriteArrayList<>();
        Runnable stop = live.watch(seen::add);

        await().until(() -> {
            tap.offer(frame);
            return !seen.isEmpty();
        });
        Picture picture = seen.getFirst();
        stop.run();

        assertThat(picture.width()).isEqualTo(1280);
        assertThat(picture.jpeg()).startsWith(0xFF, 0xD8).hasSizeLessThan(50_000);
    }

    @Test
    void afterTheLastWatcherNothingIsKept() {
        List<Picture> seen = new CopyOnWriteArrayList<>();
        Runnable stop = live.watch(seen::add);
        await().until(() -> {
            tap.offer(frame);
            return !seen.isEmpty();
        });
        long number = seen.getFirst().number();
        assertThat(live.find(number)).isPresent();

        stop.run();

        await().until(() -> {
            tap.offer(frame);
            return live.find(number).isEmpty();
        });
    }

    @Test
    void aSingleCurrentPictureIsAvailableBesideAnyNumberOfStreams() throws Exception {
        for (int i = 0; i < LivePicture.MOST_WATCHERS; i++) {
            live.watch(picture -> {});
        }
        FutureTask<Optional<Picture>> one = new FutureTask<>(live::one);
        Thread.startVirtualThread(one);

        await().until(() -> {
            tap.offer(frame);
            return one.isDone();
        });

        assertThat(one.get())
                .hasValueSatisfying(picture -> assertThat(picture.width()).isEqualTo(1280));
    }

    @Test
    void withoutACameraThereIsNoPictureOfNow() throws InterruptedException {
        assertThat(live.one()).isEmpty();
    }

    @Test
    void aPictureThatCannotBeMadeIsNotTheLast() {
        List<Picture> seen = new CopyOnWriteArrayList<>();
        live.watch(seen::add);
        Mat empty = new Mat();
        for (int i = 0; i < 5; i++) {
            tap.offer(empty);
            await().pollDelay(Duration.ofMillis(50)).until(() -> true);
        }

        await().until(() -> {
            tap.offer(frame);
            return !seen.isEmpty();
        });
    }

    @Test
    void thereIsALimitToHowManyWatch() {
        for (int i = 0; i < LivePicture.MOST_WATCHERS; i++) {
            live.watch(picture -> {});
        }

        assertThatThrownBy(() -> live.watch(picture -> {})).isInstanceOf(LintelException.class);
    }

    @Test
    void aWatcherThatFailsIsLeftOutAndTheOthersGoOn() {
        List<Picture> seen = new CopyOnWriteArrayList<>();
        live.watch(picture -> {
            throw new IllegalStateException("gone");
        });
        live.watch(seen::add);

        await().until(() -> {
            tap.offer(frame);
            return seen.size() > 1;
        });
    }
}
