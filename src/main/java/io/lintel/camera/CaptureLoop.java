package io.lintel.camera;

import io.lintel.system.MonotonicClock;
import io.lintel.system.NativeLibraries;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one camera delivering into a {@link FrameMailbox} for as long as the program runs: a capture thread reads, a
 * supervising thread looks at it ten times a second, gives up what hangs and opens again what broke. Thread-safe.
 */
public final class CaptureLoop implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(CaptureLoop.class.getName());
    private static final long LOOK_EVERY_MS = 100;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);
    /** The supervisor only looks and starts threads; longer than this and it hangs. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final CameraSource source;
    private final MonotonicClock clock;
    private final CameraListener listener;
    private final FrameMailbox mailbox = new FrameMailbox();
    private final FrameTap tap = new FrameTap();
    private final CaptureTally tally = new CaptureTally();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Supervision supervision;
    private final Thread supervisor;
    private volatile CameraStatus status;
    private volatile @Nullable CaptureWorker worker;
    private volatile long reconnects;
    private volatile int abandoned;
    private volatile Optional<String> clip = Optional.empty();
    private volatile long lookedAt;

    public CaptureLoop(CameraSource source, CaptureLimits limits, MonotonicClock clock, CameraListener listener) {
        NativeLibraries.loadOpenCv();
        this.source = source;
        this.clock = clock;
        this.listener = listener;
        this.status = new CameraStatus.Starting(source.name());
        this.lookedAt = clock.nanos();
        this.supervision = new Supervision(source, this::startWorker, limits, clock);
        this.supervisor = Thread.ofPlatform().daemon().name("camera-supervisor").unstarted(this::supervise);
    }

    /** Begins to open the camera and returns at once. */
    public void start() {
        LOG.log(Level.INFO, "camera=\"{0}\" state=Starting", source.name());
        supervisor.start();
    }

    /** Where the frames are. */
    public FrameMailbox mailbox() {
        return mailbox;
    }

    /** Copies for onlookers, beside the frames that decisions are made on. */
    public FrameTap tap() {
        return tap;
    }

    public CameraStatus status() {
        return status;
    }

    /** Whether the loop goes on, with or without a camera: one that is absent is waited for. */
    public boolean isResponsive() {
        return supervisor.getState() == Thread.State.NEW
                || (supervisor.isAlive() && clock.nanos() - lookedAt < SILENCE.toNanos());
    }

    /** The clip or picture that plays now, where the camera is a list of them. */
    public Optional<String> clip() {
        return clip;
    }

    public CaptureCounters counters() {
        return new CaptureCounters(
                tally.read().sum(),
                tally.repeated().sum(),
                mailbox.replaced(),
                tally.garbage().sum(),
                reconnects,
                abandoned);
    }

    private Capture startWorker() {
        CaptureWorker started = new CaptureWorker(source.cameras().get(), mailbox.newWriter(), tap, tally, clock);
        worker = started;
        Thread.ofPlatform().daemon().name("camera-capture").start(started);
        return started;
    }

    private void supervise() {
        try {
            while (!closing.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            supervision.stop();
            become(new CameraStatus.Closed(status.camera()));
        }
    }

    private void look() {
        lookedAt = clock.nanos();
        try {
            become(supervision.step());
            reconnects = supervision.reconnects();
            abandoned = supervision.abandoned();
            CaptureWorker current = worker;
            showClip(current == null ? Optional.empty() : current.clip());
        } catch (RuntimeException e) {
            // must not end: nobody else would open the camera again
            LOG.log(Level.ERROR, "camera supervision failed, it goes on", e);
        }
    }

    private void become(CameraStatus next) {
        CameraStatus before = status;
        if (next.equals(before)) {
            return;
        }
        status = next;
        if (!next.isLive()) {
            mailbox.discard();
            tap.discard();
        }
        boolean again = next instanceof CameraStatus.Reconnecting now
                && before instanceof CameraStatus.Reconnecting earlier
                && now.reason().equals(earlier.reason());
        Level level = again ? Level.DEBUG : next instanceof CameraStatus.Reconnecting ? Level.WARNING : Level.INFO;
        LOG.log(
                level,
                "camera=\"{0}\" state={1} note=\"{2}\"",
                next.camera(),
                next.getClass().getSimpleName(),
                next.summary());
        listener.changed(next);
    }

    private void showClip(Optional<String> now) {
        if (!now.equals(clip)) {
            clip = now;
            now.ifPresent(name -> LOG.log(Level.INFO, "camera clip={0}", name));
        }
    }

    /** Ends the threads and frees the pictures; a thread that hangs in a driver is left behind. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (supervisor.isAlive()) {
                supervisor.join(LONGEST_GOODBYE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        mailbox.close();
        tap.close();
    }
}
