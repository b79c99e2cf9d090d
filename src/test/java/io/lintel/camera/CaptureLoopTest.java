package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.system.FakeClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real threads with a scripted camera and a clock that the test moves. */
class CaptureLoopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FakeClock clock = new FakeClock();
    private final List<ScriptedCamera> cameras = new CopyOnWriteArrayList<>();
    private final List<CameraStatus> heard = new CopyOnWriteArrayList<>();
    private final CaptureLoop loop = new CaptureLoop(
            new CameraSource("scripted", this::newCamera, DeviceReturnDetector.never()),
            CaptureLimits.defaults(),
            clock,
            heard::add);

    private Camera newCamera() {
        ScriptedCamera camera = new ScriptedCamera();
        cameras.add(camera);
        return camera;
    }

    private ScriptedCamera latest() {
        await().until(() -> !cameras.isEmpty());
        return cameras.getLast();
    }

    private void awaitStatus(Class<? extends CameraStatus> status) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(loop.status()).isInstanceOf(status));
    }

    private void awaitCameras(int count) {
        await().atMost(PATIENCE).until(() -> {
            clock.advance(Duration.ofMillis(200));
            return cameras.size() == count;
        });
    }

    @AfterEach
    void close() {
        cameras.forEach(camera -> camera.driver.countDown());
        loop.close();
    }

    @Test
    void picturesArriveInTheMailboxWithTheTimeOfTheirCapture() throws InterruptedException {
        loop.start();
        latest().picture();
        try (Frame frame = loop.mailbox().take(PATIENCE)) {
            assertThat(frame.sequence()).isOne();
            assertThat(frame.capturedNanos()).isEqualTo(clock.nanos());
            assertThat(frame.pixels().get(0, 0)[0]).isEqualTo(1);
        }
        awaitStatus(CameraStatus.Live.class);
    }

    @Test
    void garbageIsCountedAndNeverHandedOn() throws InterruptedException {
        loop.start();
        latest().garbage();
        latest().garbage();
        latest().picture();
        try (Frame frame = loop.mailbox().take(PATIENCE)) {
            assertThat(frame.sequence()).isOne();
            assertThat(frame.pixels().empty()).isFalse();
        }
        assertThat(loop.counters().garbage()).isEqualTo(2);
        assertThat(loop.counters().read()).isOne();
    }

    @Test
    void onlyGarbageIsNoPictureAndLeadsToReconnecting() {
        loop.start();
        latest().garbage();
        await().until(() -> loop.counters().garbage() == 1);
        clock.advance(Duration.ofSeconds(11));

        awaitStatus(CameraStatus.Reconnecting.class);
        assertThat(loop.status().summary()).contains("no usable picture");
    }

    @Test
    void aSensorsRepeatedPictureIsStaleAndNotHandedOn() throws InterruptedException {
        loop.start();
        latest().picture();
        loop.mailbox().take(PATIENCE).close();
        latest().samePicture();
        latest().samePicture();
        latest().picture();
        try (Frame frame = loop.mailbox().take(PATIENCE)) {
            assertThat(frame.sequence()).isEqualTo(2);
            assertThat(frame.pixels().get(0, 0)[0]).isEqualTo(2);
        }
        assertThat(loop.counters().repeated()).isEqualTo(2);
    }

    @Test
    void aFailureIsReportedToTheListenerAndTheCameraIsReopened() throws InterruptedException {
        loop.start();
        latest().picture();
        awaitStatus(CameraStatus.Live.class);
        latest().fail("unplugged");
        awaitStatus(CameraStatus.Reconnecting.class);
        assertThat(cameras.getFirst().closed).isTrue();
        assertThat(loop.mailbox().take(Duration.ZERO)).isNull();

        awaitCameras(2);
        latest().picture();
        awaitStatus(CameraStatus.Live.class);

        assertThat(heard)
                .extracting(status -> status.getClass().getSimpleName())
                .containsExactly("Live", "Reconnecting", "Live");
        assertThat(loop.counters().reconnects()).isOne();
        try (Frame frame = loop.mailbox().take(PATIENCE)) {
            assertThat(frame.sequence()).isEqualTo(2);
        }
    }

    @Test
    void aBugInACameraIsAStateAndNotADeadThread() {
        loop.start();
        latest().crash();

        awaitStatus(CameraStatus.Reconnecting.class);
        assertThat(loop.status().summary()).contains("a bug");
        awaitCameras(2);
    }

    @Test
    void aReadThatHangsInADriverIsFrozenThenAbandonedAndItsLatePictureIsDropped() throws InterruptedException {
        loop.start();
        ScriptedCamera stuck = latest();
        stuck.picture();
        loop.mailbox().take(PATIENCE).close();
        awaitStatus(CameraStatus.Live.class);
        stuck.hang();
        stuck.inDriver.await();

        clock.advance(Duration.ofMillis(3100));
        awaitStatus(CameraStatus.Frozen.class);
        clock.advance(Duration.ofMillis(2000));
        awaitStatus(CameraStatus.Reconnecting.class);
        await().until(() -> loop.counters().abandoned() == 1);
        awaitCameras(2);
        latest().picture();
        awaitStatus(CameraStatus.Live.class);
        try (Frame frame = loop.mailbox().take(PATIENCE)) {
            assertThat(frame.sequence()).isEqualTo(2);
        }

        stuck.driver.countDown();
        await().atMost(PATIENCE).until(() -> loop.counters().abandoned() == 0);
        assertThat(loop.mailbox().take(Duration.ZERO)).isNull();
        assertThat(loop.mailbox().owned()).isLessThanOrEqualTo(3);
    }

    @Test
    void closingEndsTheCameraItsThreadsAndItsMemory() {
        loop.start();
        latest().picture();
        awaitStatus(CameraStatus.Live.class);

        loop.close();

        assertThat(loop.status()).isEqualTo(new CameraStatus.Closed("scripted"));
        assertThat(latest().closed).isTrue();
        await().atMost(PATIENCE).until(() -> loop.mailbox().owned() == 0);
        await().atMost(PATIENCE)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("camera-")));
    }

    @Test
    void closingWithoutStartingAndClosingTwiceAreHarmless() {
        loop.close();
        loop.close();

        assertThat(cameras).isEmpty();
    }
}
