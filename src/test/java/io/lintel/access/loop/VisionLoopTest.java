package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.access.DoorScreenMessage;
import io.lintel.access.Faces;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisionLoopTest {

    private final LoopHarness harness = new LoopHarness();

    @Test
    void aStaleFrameDecidesNothing() throws Exception {
        harness.inView = Faces.axis(1);

        for (int i = 0; i < 40; i++) {
            harness.clock.advance(Duration.ofMillis(66));
            harness.frameOfAge(Duration.ofMillis(501));
        }

        assertThat(harness.happened).isEmpty();
        assertThat(harness.fates).containsOnlyKeys(FrameOutcome.STALE);
        assertThat(harness.framesNotGivenBack()).isZero();
    }

    /** A look that took longer than 0.5 s was thrown away without a word, so a slow processor let nobody in, however long they stood there. */
    @ParameterizedTest
    @ValueSource(longs = {30, 300, 520, 800, 1500, 1900})
    void whoeverStandsBeforeASlowProcessorIsLetIn(long millis) throws Exception {
        harness.inView = Faces.axis(1);
        harness.detectionTakes = Duration.ofMillis(millis);

        harness.frames(12);

        assertThat(harness.happened).contains("audit granted", "door unlocked by decision 1");
    }

    @Test
    void aFrameThatTookTooLongToUnlockOnDecidesNothing() throws Exception {
        harness.inView = Faces.axis(1);
        harness.detectionTakes = Duration.ofMillis(2100);

        harness.frames(30);

        assertThat(harness.happened).isEmpty();
        assertThat(harness.fates).containsOnlyKeys(FrameOutcome.TOO_LATE);
    }

    @Test
    void anErrorEndsOneFrameAndNotTheLoop() throws Exception {
        harness.inView = Faces.axis(1);
        harness.detectorFails = true;
        harness.frames(5);
        assertThat(harness.loop.status().failuresInARow()).isEqualTo(5);
        assertThat(harness.loop.status().lastFailure()).hasMessage("model broke");

        harness.detectorFails = false;
        harness.frames(10);

        assertThat(harness.loop.status().failuresInARow()).isZero();
        assertThat(harness.happened).contains("audit granted");
        assertThat(harness.framesNotGivenBack()).isZero();
    }

    @Test
    void whileNobodyIsThereItLooksFiveTimesASecond() throws Exception {
        harness.frames(15 * 3);
        harness.fates.clear();

        harness.frames(15 * 20);

        assertThat(harness.fates.get(FrameOutcome.PROCESSED)).isBetween(70, 100);
        assertThat(harness.fates.get(FrameOutcome.SKIPPED_IDLE)).isGreaterThan(150);
    }

    @Test
    void aFaceEndsTheIdling() throws Exception {
        harness.frames(15 * 10);
        harness.inView = Faces.axis(1);
        harness.fates.clear();

        harness.frames(11);

        assertThat(harness.happened).contains("audit granted");
        assertThat(harness.fates.get(FrameOutcome.SKIPPED_IDLE))
                .as("at most one interval")
                .isLessThanOrEqualTo(3);
    }

    @Test
    void whenTheCameraIsLostNobodyIsThere() throws Exception {
        harness.inView = Faces.axis(40);
        harness.frames(4);
        assertThat(harness.lastView().observation()).isInstanceOf(DoorScreenMessage.Deciding.class);

        harness.noFrame();

        assertThat(harness.lastView().observation()).isInstanceOf(DoorScreenMessage.NoOne.class);
        assertThat(harness.lastView().faces()).isEmpty();
    }

    @Test
    void evidenceFromBeforeAGapOfTheCameraIsNotUsedAfterIt() throws Exception {
        harness.inView = Faces.axis(1);
        harness.frames(5);
        for (int i = 0; i < 6; i++) {
            harness.noFrame();
        }

        harness.frames(5);
        assertThat(harness.happened).isEmpty();
        harness.frames(10);
        assertThat(harness.happened).contains("audit granted");
    }

    @Test
    void theLoopRunsOnItsOwnThreadUntilClosed() {
        VisionLoop loop = new VisionLoop(
                timeout -> {
                    Thread.sleep(1);
                    return null;
                },
                harness.pipeline,
                LoopSettings.DEFAULT,
                harness.clock,
                LoopMeter.NONE);
        loop.start();
        harness.clock.advance(Duration.ofSeconds(1));
        await().until(() -> loop.status().lastTurnNanos() == harness.clock.nanos());

        loop.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("lintel-vision"));
    }
}
