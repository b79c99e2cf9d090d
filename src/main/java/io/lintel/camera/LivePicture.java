package io.lintel.camera;

import io.lintel.system.JpegEncoder;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * What the camera sees, as JPEGs for people who watch: made while somebody does, once for all of them, on a thread of its own.
 * Thread-safe.
 */
public final class LivePicture implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LivePicture.class.getName());

    /** Eight a second look alive and cost 2 % of a core. */
    private static final Duration BETWEEN = Duration.ofMillis(125);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int LONGEST_SIDE = 640;
    private static final int QUALITY = 70;
    /** A browser asks for a picture a moment after it was told of it. */
    private static final int KEPT = 6;

    /** More pairs of eyes than this cost the door too much. */
    public static final int MOST_WATCHERS = 8;

    /**
     * One picture.
     *
     * @param number of the camera's frame
     * @param width of the frame before it was made smaller, pixels
     */
    public record Picture(long number, int width, int height, byte[] jpeg) {}

    private final FrameTap tap;
    private final MonotonicClock clock;
    private final List<Consumer<Picture>> watchers = new CopyOnWriteArrayList<>();
    private final Deque<Picture> newest = new ArrayDeque<>();
    private final JpegEncoder encoder = new JpegEncoder(QUALITY);
    private final Mat frame = new Mat();
    private final Mat small = new Mat();
    private @Nullable Thread thread;
    private boolean closed;

    public LivePicture(FrameTap tap, MonotonicClock clock) {
        this.tap = tap;
        this.clock = clock;
    }

    /**
     * Begins to watch.
     *
     * @param watcher is told of each picture on the pictures' own thread; must not block
     * @return close it to stop
     * @throws LintelException when too many watch already
     */
    public synchronized Runnable watch(Consumer<Picture> watcher) {
        if (watchers.size() >= MOST_WATCHERS) {
            throw new LintelException(
                    MOST_WATCHERS + " people watch the door already", "close another window with the live picture");
        }
        begin(watcher);
        return () -> watchers.remove(watcher);
    }

    /** A picture that watchers were told of a moment ago. */
    public synchronized Optional<Picture> find(long number) {
        return newest.stream().filter(picture -> picture.number() == number).findFirst();
    }

    /** One picture of now, for those who cannot watch; empty when the camera delivers none within a second. */
    public Optional<Picture> one() throws InterruptedException {
        BlockingQueue<Picture> next = new ArrayBlockingQueue<>(1);
        Consumer<Picture> watcher = next::offer;
        begin(watcher);
        try {
            return Optional.ofNullable(next.poll(PATIENCE.toNanos(), TimeUnit.NANOSECONDS));
        } finally {
            watchers.remove(watcher);
        }
    }

    private synchronized void begin(Consumer<Picture> watcher) {
        watchers.add(watcher);
        if (thread == null && !closed) {
            thread = Thread.ofPlatform().daemon().name("live-picture").start(this::run);
        }
    }

    private void run() {
        try {
            long seen = 0;
            while (!isDone()) {
                long begin = clock.nanos();
                long number = tap.next(frame, seen, PATIENCE);
                if (number != seen) {
                    seen = number;
                    show(number);
                }
                long rest = BETWEEN.toNanos() - (clock.nanos() - begin);
                if (rest > 0) {
                    Thread.sleep(Duration.ofNanos(rest));
                }
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "live picture stopped");
            release();
        }
    }

    private synchronized boolean isDone() {
        if (closed || watchers.isEmpty()) {
            thread = null;
            newest.clear();
            release();
            return true;
        }
        return false;
    }

    /** One that cannot be made, for want of memory, is left out. */
    private void show(long number) {
        try {
            show(picture(number));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "live picture failed: {0}", e.getMessage());
        }
    }

    private void show(Picture picture) {
        synchronized (this) {
            newest.addFirst(picture);
            if (newest.size() > KEPT) {
                newest.removeLast();
            }
        }
        for (Consumer<Picture> watcher : watchers) {
            try {
                watcher.accept(picture);
            } catch (RuntimeException e) {
                watchers.remove(watcher);
                LOG.log(Level.WARNING, "a watcher of the live picture failed", e);
            }
        }
    }

    private Picture picture(long number) {
        JpegEncoder.scale(frame, JpegEncoder.fittingScale(frame, LONGEST_SIDE), small);
        return new Picture(number, frame.cols(), frame.rows(), encoder.encode(small));
    }

    /** The pictures' memory; that of the encoder is small and stays. */
    private void release() {
        frame.release();
        small.release();
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
        }
        if (running != null) {
            running.interrupt();
        }
    }
}
