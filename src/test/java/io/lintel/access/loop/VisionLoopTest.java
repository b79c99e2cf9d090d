package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.access.AccessSettings;
import io.lintel.access.Faces;
import io.lintel.access.Observation;
import io.lintel.access.evidence.ThresholdSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VisionLoopTest {

    private final Porch porch = new Porch();

    @Test
    void aStaleFrameDecidesNothing() throws Exception {
        porch.inView = Faces.axis(1);

        for (int i = 0; i < 40; i++) {
            porch.clock.pass(Duration.ofMillis(66));
            porch.frameOfAge(Duration.ofMillis(501));
        }

        assertThat(porch.happened).isEmpty();
        assertThat(porch.fates).containsOnlyKeys(FrameFate.STALE);
        assertThat(porch.framesNotGivenBack()).isZero();
    }

    @Test
    void aFrameThatGrewStaleWhileItWasWorkedOnDecidesNothing() throws Exception {
        porch.inView = Faces.axis(1);
        porch.detectionTakes = Duration.ofMillis(520);

        porch.frames(30);

        assertThat(porch.happened).isEmpty();
    }

    @Test
    void anErrorEndsOneFrameAndNotTheLoop() throws Exception {
        porch.inView = Faces.axis(1);
        porch.detectorFails = true;
        porch.frames(5);
        assertThat(porch.loop.status().failuresInARow()).isEqualTo(5);
        assertThat(porch.loop.status().lastFailure()).hasMessage("model broke");

        porch.detectorFails = false;
        porch.frames(10);

        assertThat(porch.loop.status().failuresInARow()).isZero();
        assertThat(porch.happened).contains("audit granted");
        assertThat(porch.framesNotGivenBack()).isZero();
    }

    @Test
    void whileNobodyIsThereItLooksFiveTimesASecond() throws Exception {
        porch.frames(15 * 3);
        porch.fates.clear();

        porch.frames(15 * 20);

        assertThat(porch.fates.get(FrameFate.PROCESSED)).isBetween(70, 100);
        assertThat(porch.fates.get(FrameFate.SKIPPED_IDLE)).isGreaterThan(150);
    }

    @Test
    void aFaceEndsTheIdling() throws Exception {
        porch.frames(15 * 10);
        porch.inView = Faces.axis(1);
        porch.fates.clear();

        porch.frames(11);

        assertThat(porch.happened).contains("audit granted");
        assertThat(porch.fates.get(FrameFate.SKIPPED_IDLE))
                .as("at most one interval")
                .isLessThanOrEqualTo(3);
    }

    @Test
    void whenTheCameraIsLostNobodyIsThere() throws Exception {
        porch.inView = Faces.axis(40);
        porch.frames(4);
        assertThat(porch.lastView().observation()).isInstanceOf(Observation.Deciding.class);

        porch.noFrame();

        assertThat(porch.lastView().observation()).isInstanceOf(Observation.NoOne.class);
        assertThat(porch.lastView().faces()).isEmpty();
    }

    @Test
    void evidenceFromBeforeAGapOfTheCameraIsNotUsedAfterIt() throws Exception {
        porch.inView = Faces.axis(1);
        porch.frames(5);
        for (int i = 0; i < 6; i++) {
            porch.noFrame();
        }

        porch.frames(5);
        assertThat(porch.happened).isEmpty();
        porch.frames(10);
        assertThat(porch.happened).contains("audit granted");
    }

    @Test
    void otherSettingsCountFromTheNextFrameOn() throws Exception {
        porch.inView = Faces.mix(1, 0.7, 30);
        porch.pass.decideBy(
                porch.reception(AccessSettings.DEFAULT.withThreshold(new ThresholdSettings(0.003, 0.8, 3, false))));

        porch.frames(30);

        assertThat(porch.happened).containsExactly("audit unknown");
    }

    @Test
    void theLoopRunsOnItsOwnThreadUntilClosed() {
        VisionLoop loop = new VisionLoop(
                timeout -> {
                    Thread.sleep(1);
                    return null;
                },
                porch.pass,
                LoopSettings.DEFAULT,
                porch.clock,
                LoopMeter.NONE);
        loop.start();
        porch.clock.pass(Duration.ofSeconds(1));
        await().until(() -> loop.status().lastTurnNanos() == porch.clock.nanos());

        loop.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("lintel-vision"));
    }
}
