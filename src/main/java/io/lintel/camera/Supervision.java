package io.lintel.camera;

import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches over a capture and starts the next one when it fails: a pure function of what the capture says and the clock,
 * looked at a few times a second. One thread at a time.
 */
final class Supervision {

    /** Between two looks for an absent camera. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** A source that sends is there: what is missing is a key frame. */
    private static final int PATIENCE_WITH_A_SENDER = 4;

    private static final Duration NEVER_LIVE = Duration.ofDays(10_000);

    private final CameraSource source;
    private final Supplier<Capture> starter;
    private final CaptureLimits limits;
    private final MonotonicClock clock;
    private final List<Capture> abandoned = new ArrayList<>();
    private CameraStatus status;
    private @Nullable Capture current;
    private long startedNanos;
    private long starts;
    private int failures;
    private long nextAttemptNanos;
    private long nextLookNanos;
    private boolean everLive;
    private long lastLiveNanos;
    private boolean reopenedForStillness;

    Supervision(CameraSource source, Supplier<Capture> starter, CaptureLimits limits, MonotonicClock clock) {
        this.source = source;
        this.starter = starter;
        this.limits = limits;
        this.clock = clock;
        this.status = new CameraStatus.Starting(source.name());
        this.nextAttemptNanos = clock.nanos();
    }

    /** Looks at the capture and acts. @return the status now */
    CameraStatus step() {
        abandoned.removeIf(Capture::isDone);
        Capture running = current;
        if (running != null) {
            status = judge(running, clock.nanos());
        } else if (!(status instanceof CameraStatus.Ended)) {
            status = waitForNextAttempt(clock.nanos());
        }
        return status;
    }

    /** Ends the capture. */
    void stop() {
        Capture running = current;
        if (running != null) {
            release(running);
        }
    }

    long reconnects() {
        return Math.max(0, starts - 1);
    }

    /** Captures that were given up and whose threads have not come back. */
    int abandoned() {
        return abandoned.size();
    }

    private CameraStatus judge(Capture running, long now) {
        CameraException failure = running.failure();
        if (failure != null) {
            return failure.isEnd() ? end(running) : lose(running, failure, now);
        } else if (running.pictures() == 0) {
            Duration patience = limits.openWithin().multipliedBy(running.isReceiving() ? PATIENCE_WITH_A_SENDER : 1);
            return isOver(startedNanos, patience, now) ? lose(running, noPictureFor(running, patience), now) : status;
        } else if (isOver(running.lastPictureNanos(), limits.lostAfter(), now)) {
            return lose(running, noPictureFor(running, limits.lostAfter()), now);
        } else if (isOver(running.lastPictureNanos(), limits.frozenAfter(), now)) {
            return new CameraStatus.Frozen(running.camera(), "no picture for " + seconds(limits.frozenAfter()));
        } else if (running.kind() == CameraKind.LIVE && isOver(running.lastChangeNanos(), limits.stillAfter(), now)) {
            return still(running, now);
        }
        return live(running, now);
    }

    private CameraStatus live(Capture running, long now) {
        everLive = true;
        lastLiveNanos = now;
        if (isOver(startedNanos, limits.stableAfter(), running.lastChangeNanos())) {
            failures = 0;
            reopenedForStillness = false;
        }
        return new CameraStatus.Live(running.camera(), running.kind());
    }

    /** A stuck driver is cured by opening it again; a covered lens is not, and is left alone after one try. */
    private CameraStatus still(Capture running, long now) {
        String reason = "the picture has not changed for " + seconds(limits.stillAfter());
        if (reopenedForStillness) {
            return new CameraStatus.Frozen(running.camera(), reason + ": camera stuck, covered or in the dark");
        }
        reopenedForStillness = true;
        return lose(running, new CameraException(running.camera() + ": " + reason, "look at the camera"), now);
    }

    private CameraStatus end(Capture running) {
        release(running);
        return new CameraStatus.Ended(running.camera());
    }

    private CameraStatus lose(Capture running, CameraException why, long now) {
        boolean blockedByOurselves = !abandoned.isEmpty();
        release(running);
        failures++;
        source.watch().begin();
        if (blockedByOurselves && status instanceof CameraStatus.Reconnecting first) {
            // the device is busy with an attempt of ours that hangs: the reason is why that one was given up
            return reconnecting(first.camera(), first.reason(), first.remedy(), now);
        }
        return reconnecting(running.camera(), why.getMessage(), why.remedy(), now);
    }

    private CameraStatus reconnecting(String camera, @Nullable String reason, String remedy, long now) {
        Duration sinceLive = everLive ? Duration.ofNanos(now - lastLiveNanos) : NEVER_LIVE;
        Duration pause = ReconnectLadder.pause(failures, sinceLive);
        nextAttemptNanos = now + pause.toNanos();
        nextLookNanos = now + LOOK_EVERY.toNanos();
        return new CameraStatus.Reconnecting(camera, String.valueOf(reason), remedy, failures, pause);
    }

    private CameraStatus waitForNextAttempt(long now) {
        if (now - nextAttemptNanos < 0 && !isSeenToComeBack(now)) {
            return status;
        } else if (abandoned.size() >= limits.mostAbandoned()) {
            return reconnecting(
                    status.camera(),
                    abandoned.size() + " attempts hang in the driver of " + status.camera(),
                    "unplug the camera and plug it in again, or restart the machine",
                    now);
        }
        startedNanos = now;
        starts++;
        current = starter.get();
        return status;
    }

    private boolean isSeenToComeBack(long now) {
        if (now - nextLookNanos < 0) {
            return false;
        }
        nextLookNanos = now + LOOK_EVERY.toNanos();
        boolean back = source.watch().cameBack();
        if (back) {
            failures = 0;
        }
        return back;
    }

    private void release(Capture running) {
        current = null;
        running.abandon();
        if (!running.isDone()) {
            abandoned.add(running);
        }
    }

    private static CameraException noPictureFor(Capture running, Duration time) {
        return new CameraException(
                running.camera() + ": no usable picture for " + seconds(time),
                "check power, cable and network of the camera");
    }

    private static boolean isOver(long since, Duration limit, long now) {
        return now - since > limit.toNanos();
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }
}
