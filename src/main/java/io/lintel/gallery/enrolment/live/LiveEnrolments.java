package io.lintel.gallery.enrolment.live;

import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.GuidedShots;
import io.lintel.gallery.enrolment.GuidedSubject;
import io.lintel.system.MonotonicClock;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The enrolments at the door's camera, one at a time. Thread-safe. */
public final class LiveEnrolments implements AutoCloseable {

    // Not static: a native image would keep the generator's state of the build.
    private final SecureRandom random = new SecureRandom();

    private final FrameFeed feed;
    private final Supplier<FaceAnalyzer> analyzers;
    private final Gallery gallery;
    private final Enrolment enrolment;
    private final LiveSettings settings;
    private final MonotonicClock clock;
    private @Nullable LiveEnrolment latest;
    private volatile boolean running;

    /** @param analyzers makes one for each enrolment, which closes it */
    public LiveEnrolments(
            FrameFeed feed,
            Supplier<FaceAnalyzer> analyzers,
            Gallery gallery,
            Enrolment enrolment,
            LiveSettings settings,
            MonotonicClock clock) {
        this.feed = feed;
        this.analyzers = analyzers;
        this.gallery = gallery;
        this.enrolment = enrolment;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins an enrolment; it is watched through {@link #find}.
     *
     * @param operator who does it, for other operators
     * @param audit called once the person is stored
     * @throws GalleryException while another one runs
     */
    public synchronized LiveEnrolment begin(
            GuidedSubject subject, String operator, Consumer<EnrolmentOutcome.Enrolled> audit) {
        LiveEnrolment before = latest;
        if (running && before != null) {
            throw new GalleryException(
                    "Somebody is being enrolled at the camera already, by " + before.operator(),
                    "wait until that is done, or ask " + before.operator() + " to cancel it");
        }
        FaceAnalyzer analyzer = analyzers.get();
        GuidedShots shots = new GuidedShots(analyzer, gallery, settings.enrolment(), settings.leastLiveness(), subject);
        byte[] key = new byte[12];
        random.nextBytes(key);
        LiveEnrolment begun = new LiveEnrolment(
                HexFormat.of().formatHex(key), operator, feed, shots, enrolment, settings, clock, audit);
        latest = begun;
        running = true;
        begun.start(() -> {
            running = false;
            analyzer.close();
        });
        return begun;
    }

    /** The one of this key, also for a while after it is over. */
    public synchronized Optional<LiveEnrolment> find(String key) {
        return Optional.ofNullable(latest).filter(enrolment -> enrolment.key().equals(key));
    }

    /** Whether somebody stands before the camera to be enrolled: a stranger there is no cause for alarm. */
    public boolean isRunning() {
        return running;
    }

    @Override
    public void close() throws InterruptedException {
        LiveEnrolment last;
        synchronized (this) {
            last = latest;
        }
        if (last != null) {
            last.stop();
        }
    }
}
