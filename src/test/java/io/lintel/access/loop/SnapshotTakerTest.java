package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.access.AccessEvent;
import io.lintel.access.Decision;
import io.lintel.access.DenialReason;
import io.lintel.access.Explanation;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.camera.Frame;
import io.lintel.face.BoundingBox;
import io.lintel.system.NativeLibraries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

class SnapshotTakerTest {

    private final Semaphore mayKeep = new Semaphore(0);
    private final Map<Long, byte[]> kept = new ConcurrentSkipListMap<>();
    private final SnapshotTaker taker = new SnapshotTaker(this::keep);
    private final Mat pixels = new Mat(720, 1280, CvType.CV_8UC3, new Scalar(10, 200, 30));

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
    }

    @AfterEach
    void close() {
        taker.close();
        pixels.release();
    }

    private void keep(long row, byte[] jpeg) {
        try {
            mayKeep.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test is over", e);
        }
        if (row < 0) {
            throw new IllegalStateException("the disk is full");
        }
        kept.put(row, jpeg);
    }

    private void decide(OptionalLong row) {
        Explanation why = new Explanation(
                1,
                1,
                new Explanation.Timing(1, 0, 0),
                null,
                null,
                0,
                new Explanation.Rules(0, LivenessPolicy.DEFAULT, ""),
                null,
                List.of());
        Decision decision = new Decision.Denied(DenialReason.UNKNOWN, null, "", why);
        taker.onDecision(
                new Frame(pixels, 1, 1, () -> {}),
                new BoundingBox(400, 200, 200, 200),
                new AccessEvent.Decided(decision, row, null, Instant.EPOCH));
    }

    private void decideUntilKept(long row) {
        await().until(() -> {
            decide(OptionalLong.of(row));
            return kept.containsKey(row);
        });
    }

    @Test
    void aPictureIsOfScreenSizeWithAFrameAroundTheFace() {
        taker.start();
        mayKeep.release();

        decide(OptionalLong.of(7));

        await().until(() -> kept.containsKey(7L));
        Mat picture = Imgcodecs.imdecode(new MatOfByte(kept.get(7L)), Imgcodecs.IMREAD_COLOR);
        assertThat(picture.cols()).isEqualTo(640);
        assertThat(picture.rows()).isEqualTo(360);
        assertThat(picture.get(100, 250)[0]).isGreaterThan(150);
        assertThat(picture.get(150, 250)[0]).isLessThan(60);
    }

    @Test
    void whatComesWhileFourAreAtWorkIsLeftOutAndLaterOnesAreTakenAgain() {
        taker.start();
        for (int row = 1; row <= 6; row++) {
            decide(OptionalLong.of(row));
        }
        mayKeep.release(4);
        await().until(() -> kept.size() == 4);
        assertThat(kept).containsOnlyKeys(1L, 2L, 3L, 4L);

        mayKeep.release();
        decideUntilKept(8);
    }

    @Test
    void picturesThatCannotBeKeptAreNotAtWorkForEver() {
        taker.start();
        mayKeep.release(100);
        for (int i = 1; i <= 20; i++) {
            decide(OptionalLong.of(-i));
        }

        decideUntilKept(9);
    }

    @Test
    void aDecisionThatIsNotInTheLogHasNoPicture() {
        taker.start();
        mayKeep.release(2);

        decide(OptionalLong.empty());
        decide(OptionalLong.of(3));

        await().until(() -> !kept.isEmpty());
        assertThat(kept).containsOnlyKeys(3L);
    }
}
