package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.system.NativeLibraries;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class FrameTapTest {

    private final FrameTap tap = new FrameTap();
    private final Mat seen = new Mat();

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
    }

    @AfterEach
    void close() {
        tap.close();
        seen.release();
    }

    @Test
    void anOnlookerGetsACopyOfTheNextPicture() {
        CompletableFuture<Long> look = look(0);

        long number = offerUntil(look);

        assertThat(number).isPositive();
        assertThat(seen.get(0, 0)[0]).isEqualTo(7);
    }

    @Test
    void aPictureSkippedWhileNobodyWatchesIsNotShown() throws InterruptedException {
        offerUntil(look(0));
        tap.offer(picture(8));

        assertThat(tap.next(seen, 0, Duration.ZERO)).isZero();
    }

    @Test
    void theLastPictureOfALostCameraIsNotShown() throws InterruptedException {
        offerUntil(look(0));
        tap.discard();

        assertThat(tap.next(seen, 0, Duration.ZERO)).isZero();
    }

    @Test
    void closingWakesWhoeverWaits() {
        CompletableFuture<Long> look = look(3);

        tap.close();

        assertThat(look.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join())
                .isEqualTo(3);
    }

    private CompletableFuture<Long> look(long after) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return tap.next(seen, after, Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long offerUntil(CompletableFuture<Long> look) {
        await().until(() -> {
            tap.offer(picture(7));
            return look.isDone();
        });
        return look.join();
    }

    private static Mat picture(int value) {
        return new Mat(2, 2, CvType.CV_8UC3, new Scalar(value, value, value));
    }
}
