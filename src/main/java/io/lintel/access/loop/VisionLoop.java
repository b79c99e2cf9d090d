package io.lintel.access.loop;

import io.lintel.camera.Frame;
import io.lintel.system.MonotonicClock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The thread that walks every frame to its decision. While nobody is there it looks only now and then. An error ends one frame, never the
 * loop. {@link #start} and {@link #close} may come from any thread; {@link #status} too.
 */
public final class VisionLoop implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(VisionLoop.class.getName());

    /** Short enough that people who left are forgotten in time when the camera is lost. */
    private static final Duration WAIT = Duration.ofMillis(250);

    /** After an error the loop does not try thirty times a second. */
    private static final Duration PAUSE_AFTER_ERRORS = Duration.ofMillis(200);

    /** A source that is closed answers at once; the loop must not spin on it. */
    private static final Duration PAUSE_WITHOUT_FRAMES = Duration.ofMillis(50);

    private final FrameSource frames;
    private final FramePipeline pipeline;
    private final LoopSettings settings;
    private final MonotonicClock clock;
    private final LoopMeter meter;

    private volatile LoopStatus status;
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;
    private long lastFaceNanos;
    private long lastProcessedNanos;

    public VisionLoop(
            FrameSource frames, FramePipeline pipeline, LoopSettings settings, MonotonicClock clock, LoopMeter meter) {
        this.frames = frames;
        this.pipeline = pipeline;
        this.settings = settings;
        this.clock = clock;
        this.meter = meter;
        long now = clock.nanos();
        this.status = LoopStatus.starting(now);
        this.lastFaceNanos = now;
        this.lastProcessedNanos = now - settings.watchInterval().toNanos();
    }

    /** Starts the loop's thread; at most once. */
    public synchronized void start() {
        if (thread != null || stopping) {
            throw new IllegalStateException("a vision loop is started once");
        }
        thread = Thread.ofPlatform().name("lintel-vision").start(this::run);
    }

    public LoopStatus status() {
        return status;
    }

    /** Ends the loop and waits until the frame at work is done, at most five seconds. */
    @Override
    public void close() {
        stopping = true;
        Thread running = thread;
        if (running == null) {
            pipeline.close();
            return;
        }
        running.interrupt();
        try {
            if (!running.join(Duration.ofSeconds(5))) {
                LOG.log(Level.ERROR, "vision.stop the frame at work did not end within 5 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (pipeline) {
            while (!stopping) {
                long before = clock.nanos();
                boolean took = step();
                if (status.failuresInARow() > 0) {
                    Thread.sleep(PAUSE_AFTER_ERRORS);
                } else if (!took && clock.nanos() - before < PAUSE_WITHOUT_FRAMES.toNanos()) {
                    Thread.sleep(PAUSE_WITHOUT_FRAMES);
                }
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "vision.stop interrupted");
        }
    }

    /** Takes one frame, or notes that none came. @return whether one came */
    boolean step() throws InterruptedException {
        try (Frame frame = frames.take(WAIT)) {
            long start = clock.nanos();
            if (frame == null) {
                pipeline.onNoFrame(start);
                status = status.alive(start);
                return false;
            }
            FrameOutcome fate = handle(frame, start);
            meter.frame(fate, clock.nanos() - start);
            long end = clock.nanos();
            status = fate == FrameOutcome.PROCESSED || fate == FrameOutcome.TOO_LATE
                    ? status.processed(end)
                    : status.alive(end);
        } catch (RuntimeException e) {
            status = status.failed(clock.nanos(), e);
            meter.frame(FrameOutcome.FAILED, 0);
            logFailure(e);
        }
        return true;
    }

    private FrameOutcome handle(Frame frame, long now) {
        if (now - frame.capturedNanos() > settings.oldestFrame().toNanos()) {
            return FrameOutcome.STALE;
        }
        boolean idle = now - lastFaceNanos > settings.idleAfter().toNanos();
        if (idle
                && frame.capturedNanos() - lastProcessedNanos
                        < settings.watchInterval().toNanos()) {
            return FrameOutcome.SKIPPED_IDLE;
        }
        lastProcessedNanos = frame.capturedNanos();
        if (pipeline.process(frame) == 0) {
            return FrameOutcome.PROCESSED;
        }
        lastFaceNanos = now;
        long end = clock.nanos();
        status = status.looked(Duration.ofNanos(end - frame.capturedNanos()));
        return settings.isTooLateToUnlock(frame.capturedNanos(), end) ? FrameOutcome.TOO_LATE : FrameOutcome.PROCESSED;
    }

    /** The first, and then ever fewer, so that a lasting fault does not fill the disk. */
    private void logFailure(RuntimeException e) {
        long failures = status.failuresInARow();
        if (Long.bitCount(failures) == 1) {
            LOG.log(Level.ERROR, "vision.frame failed in-a-row=" + failures, e);
        }
    }
}
