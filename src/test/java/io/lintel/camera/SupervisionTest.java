package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.system.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole life of a camera, at the speed of a fake clock: steps of 100 ms, as the real loop takes them. */
class SupervisionTest {

    private final FakeClock clock = new FakeClock();
    private final List<FakeCapture> captures = new ArrayList<>();
    private final List<Long> startedAt = new ArrayList<>();
    private final long begin = clock.nanos();
    private Optional<String> seen = Optional.empty();
    private boolean hangs;

    private final Supervision supervision = new Supervision(
            new CameraSource(
                    "cam",
                    () -> {
                        throw new IllegalStateException("not used");
                    },
                    new DeviceReturnDetector(() -> seen)),
            this::start,
            CaptureLimits.defaults(),
            clock);

    private Capture start() {
        FakeCapture capture = new FakeCapture(clock);
        capture.hangs = hangs;
        captures.add(capture);
        startedAt.add((clock.nanos() - begin) / 1_000_000_000);
        return capture;
    }

    private FakeCapture latest() {
        return captures.getLast();
    }

    private CameraStatus pass(Duration time) {
        return pass(time, () -> {});
    }

    private CameraStatus pass(Duration time, Runnable meanwhile) {
        CameraStatus status = supervision.step();
        for (long step = 0; step < time.toMillis() / 100; step++) {
            clock.advance(Duration.ofMillis(100));
            meanwhile.run();
            status = supervision.step();
        }
        return status;
    }

    private CameraStatus goLive(Duration time) {
        supervision.step();
        return pass(time, () -> latest().deliver());
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void aCameraThatSendsButHasNoKeyFrameYetIsWaitedForLonger() {
        supervision.step();
        latest().receiving = true;

        assertThat(pass(seconds(35))).isInstanceOf(CameraStatus.Starting.class);
        assertThat(captures).hasSize(1);
        assertThat(pass(seconds(6))).isInstanceOf(CameraStatus.Reconnecting.class);
    }

    @Test
    void isLiveFromTheFirstPictureOn() {
        assertThat(supervision.step()).isEqualTo(new CameraStatus.Starting("cam"));
        assertThat(pass(seconds(1))).isInstanceOf(CameraStatus.Starting.class);

        latest().deliver();
        assertThat(supervision.step()).isEqualTo(new CameraStatus.Live("cam", CameraKind.LIVE));
    }

    @Test
    void theDemoSaysThatItIsNoCamera() {
        supervision.step();
        latest().kind = CameraKind.DEMO;
        latest().deliver();

        assertThat(supervision.step())
                .isInstanceOfSatisfying(
                        CameraStatus.Live.class,
                        live -> assertThat(live.isDemo()).isTrue());
    }

    @Test
    void withoutAPictureForThreeSecondsItIsFrozenAndLiveAgainWithTheNext() {
        goLive(seconds(1));
        assertThat(pass(Duration.ofMillis(2900)).isLive()).isTrue();
        assertThat(pass(Duration.ofMillis(200)))
                .isInstanceOfSatisfying(
                        CameraStatus.Frozen.class,
                        frozen -> assertThat(frozen.summary()).contains("3 s"));

        latest().deliver();
        assertThat(supervision.step().isLive()).isTrue();
        assertThat(captures).hasSize(1);
    }

    @Test
    void withoutAPictureForFiveSecondsItIsGivenUpAndOpenedAgainASecondLater() {
        goLive(seconds(1));
        assertThat(pass(Duration.ofMillis(5100))).isInstanceOfSatisfying(CameraStatus.Reconnecting.class, lost -> {
            assertThat(lost.reason()).contains("no usable picture for 5 s");
            assertThat(lost.pause()).isEqualTo(seconds(1));
        });
        assertThat(latest().abandoned).isTrue();

        pass(seconds(1));
        assertThat(captures).hasSize(2);
        latest().deliver();
        assertThat(supervision.step().isLive()).isTrue();
        assertThat(supervision.reconnects()).isOne();
    }

    @Test
    void aFailureShowsItsReasonItsRemedyAndTheAttempt() {
        supervision.step();
        latest().fail("no such host");

        assertThat(supervision.step())
                .isEqualTo(new CameraStatus.Reconnecting("cam", "no such host", "mend it", 1, seconds(1)));
    }

    @Test
    void anAddressThatNeverWorkedIsTriedByTheLadder() {
        supervision.step();
        pass(Duration.ofMinutes(6), () -> latest().fail("refused"));

        assertThat(startedAt.subList(0, 6)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(gaps().subList(5, 10)).allSatisfy(gap -> assertThat(gap).isBetween(5L, 6L));
        assertThat(gaps().subList(10, 20)).allSatisfy(gap -> assertThat(gap).isBetween(10L, 11L));
        assertThat(gaps().subList(20, gaps().size()))
                .isNotEmpty()
                .allSatisfy(gap -> assertThat(gap).isBetween(60L, 61L));
    }

    private List<Long> gaps() {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < startedAt.size(); i++) {
            gaps.add(startedAt.get(i) - startedAt.get(i - 1));
        }
        return gaps;
    }

    @Test
    void aCameraThatWasLiveIsTriedEverySecondForAQuarterOfAnHour() {
        goLive(seconds(20));
        pass(Duration.ofMinutes(14), () -> latest().fail("unplugged"));

        assertThat(gaps())
                .allSatisfy(gap -> assertThat(gap).isLessThanOrEqualTo(21))
                .hasSizeGreaterThan(14 * 50);
        assertThat(gaps().subList(1, gaps().size()))
                .allSatisfy(gap -> assertThat(gap).isLessThanOrEqualTo(2));
    }

    @Test
    void afterALongAbsenceItsReturnIsSeenWithinASecondAndTheLadderBeginsAnew() {
        supervision.step();
        pass(Duration.ofMinutes(5), () -> latest().fail("unplugged"));
        int before = captures.size();

        seen = Optional.of("node");
        pass(Duration.ofMillis(1100));

        assertThat(captures).hasSize(before + 1);
        latest().fail("not ready yet");
        assertThat(supervision.step())
                .isInstanceOfSatisfying(
                        CameraStatus.Reconnecting.class,
                        again -> assertThat(again.pause()).isEqualTo(seconds(1)));
    }

    @Test
    void aCameraThatRefusesIsNotRetriedWithoutPause() {
        seen = Optional.of("always there");
        supervision.step();
        pass(Duration.ofMinutes(5), () -> latest().fail("wrong password"));

        assertThat(captures).hasSizeLessThan(27);
    }

    @Test
    void anAttemptThatDoesNotOpenInTenSecondsIsGivenUp() {
        supervision.step();
        assertThat(pass(seconds(10))).isInstanceOf(CameraStatus.Starting.class);
        assertThat(pass(Duration.ofMillis(100))).isInstanceOf(CameraStatus.Reconnecting.class);
        assertThat(latest().abandoned).isTrue();
    }

    @Test
    void noMoreThanThreeThreadsAreEverLeftHangingInADriver() {
        hangs = true;
        CameraStatus status = pass(Duration.ofMinutes(10));

        assertThat(captures).hasSize(3);
        assertThat(supervision.abandoned()).isEqualTo(3);
        assertThat(status.summary()).contains("3 attempts hang").contains("unplug");
    }

    @Test
    void aDeviceThatIsBusyWithOurOwnHangingAttemptKeepsTheFirstReason() {
        hangs = true;
        goLive(seconds(1));
        pass(seconds(7));
        latest().fail("device is in use");

        assertThat(supervision.step().summary())
                .contains("no usable picture for 5 s")
                .contains("attempt 2");
    }

    @Test
    void whenAHangingDriverLetsGoTheCameraIsOpenedAgain() {
        hangs = true;
        pass(Duration.ofMinutes(2));
        hangs = false;
        captures.getFirst().hangs = false;

        pass(seconds(2));
        assertThat(captures).hasSize(4);
        latest().deliver();
        assertThat(supervision.step().isLive()).isTrue();
    }

    @Test
    void aSensorWhosePictureStandsStillForTenSecondsIsOpenedAgain() {
        goLive(seconds(15));
        FakeCapture stuck = latest();
        CameraStatus status = pass(Duration.ofMillis(10_100), stuck::deliverTheSameAgain);

        assertThat(status.summary()).contains("has not changed for 10 s");
        assertThat(stuck.abandoned).isTrue();
    }

    @Test
    void aCoveredLensIsReportedButNotOpenedAgainAndAgain() {
        goLive(seconds(15));
        CameraStatus status = pass(Duration.ofMinutes(10), () -> latest().deliverTheSameAgain());

        assertThat(captures).hasSize(2);
        assertThat(status).isInstanceOf(CameraStatus.Frozen.class);
        assertThat(status.summary()).contains("covered");

        latest().deliver();
        assertThat(supervision.step().isLive()).isTrue();
    }

    @Test
    void aRecordingMayShowTheSamePictureForEver() {
        supervision.step();
        latest().kind = CameraKind.RECORDING;

        assertThat(pass(Duration.ofMinutes(10), () -> latest().deliverTheSameAgain())
                        .isLive())
                .isTrue();
        assertThat(captures).hasSize(1);
    }

    @Test
    void aRecordingsEndIsFinal() {
        goLive(seconds(1));
        latest().end();

        assertThat(supervision.step()).isEqualTo(new CameraStatus.Ended("cam"));
        assertThat(pass(Duration.ofMinutes(10))).isEqualTo(new CameraStatus.Ended("cam"));
        assertThat(captures).hasSize(1);
    }

    @Test
    void aCameraThatOpensAndDiesAtOnceClimbsTheLadderOnceTheQuarterHourIsOver() {
        supervision.step();
        pass(Duration.ofMinutes(5), () -> latest().fail("dies"));
        int before = captures.size();
        pass(Duration.ofMinutes(5), () -> latest().fail("dies"));

        assertThat(captures.size() - before).isLessThanOrEqualTo(5);
    }

    @Test
    void stoppingEndsTheCapture() {
        goLive(seconds(1));
        supervision.stop();

        assertThat(latest().abandoned).isTrue();
    }
}
