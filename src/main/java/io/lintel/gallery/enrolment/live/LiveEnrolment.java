package io.lintel.gallery.enrolment.live;

import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.gallery.enrolment.GuidedShots;
import io.lintel.gallery.enrolment.GuidedStep;
import io.lintel.gallery.enrolment.GuidedSubject;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * One guided enrolment at the camera, on a thread of its own beside the door's. It ends by itself when it is done, when nobody
 * watches it any more, or when patience is over. Thread-safe.
 */
public final class LiveEnrolment {

    private static final System.Logger LOG = System.getLogger(LiveEnrolment.class.getName());
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final String key;
    private final String operator;
    private final FrameFeed feed;
    private final GuidedShots shots;
    private final Enrolment enrolment;
    private final LiveSettings settings;
    private final MonotonicClock clock;
    private final Consumer<EnrolmentOutcome.Enrolled> audit;
    private final GuidedPreview picture = new GuidedPreview();
    private volatile LiveState state = new LiveState.Guiding(GuidedStep.START, 0, false);
    private volatile long watchedNanos;
    private volatile boolean cancelled;
    private volatile boolean confirmed;
    private @Nullable Thread thread;

    LiveEnrolment(
            String key,
            String operator,
            FrameFeed feed,
            GuidedShots shots,
            Enrolment enrolment,
            LiveSettings settings,
            MonotonicClock clock,
            Consumer<EnrolmentOutcome.Enrolled> audit) {
        this.key = key;
        this.operator = operator;
        this.feed = feed;
        this.shots = shots;
        this.enrolment = enrolment;
        this.settings = settings;
        this.clock = clock;
        this.audit = audit;
        this.watchedNanos = clock.nanos();
    }

    void start(Runnable afterwards) {
        thread = Thread.ofPlatform().daemon().name("live-enrolment").start(() -> run(afterwards));
    }

    /** Names this enrolment in addresses; cannot be guessed. */
    public String key() {
        return key;
    }

    /** Who has begun it. */
    public String operator() {
        return operator;
    }

    public GuidedSubject subject() {
        return shots.subject();
    }

    /** Looking counts as watching. */
    public LiveState state() {
        watchedNanos = clock.nanos();
        return state;
    }

    /** The picture that was looked at last, as a JPEG; empty before the first. */
    public byte[] jpeg() {
        watchedNanos = clock.nanos();
        return picture.jpeg();
    }

    /** An operator says that this is nobody of those enrolled. */
    public void allowLookAlike() {
        shots.allowLookAlike();
        confirmed = true;
    }

    /** Ends it without storing anything; of no effect once it is over. */
    public void cancel() {
        cancelled = true;
    }

    private void run(Runnable afterwards) {
        Mat frame = new Mat();
        try (shots;
                picture) {
            if (guide(frame)) {
                finish();
            }
        } catch (LintelException e) {
            state = new LiveState.Ended(String.valueOf(e.getMessage()), e.remedy());
        } catch (InterruptedException e) {
            state = new LiveState.Ended("Lintel is stopping", "begin again when it is back");
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "live enrolment failed", e);
            state = new LiveState.Ended("The enrolment failed: " + e, "begin again; the log says more");
        } finally {
            frame.release();
            afterwards.run();
        }
    }

    /** @return whether all shots are there */
    private boolean guide(Mat frame) throws InterruptedException {
        GuidedStep step = GuidedStep.START;
        long seen = 0;
        long pictures = 0;
        long lastShot = clock.nanos();
        while (!step.isComplete()) {
            if (isOver(lastShot)) {
                return false;
            }
            long number = feed.next(frame, seen, WAIT);
            if (number == seen) {
                state = new LiveState.Guiding(step, pictures, true);
                continue;
            }
            seen = number;
            step = shots.look(frame);
            if (step.tookOne()) {
                lastShot = clock.nanos();
            }
            picture.show(frame, step);
            state = new LiveState.Guiding(step, ++pictures, false);
        }
        return true;
    }

    private boolean isOver(long lastShot) {
        long now = clock.nanos();
        if (cancelled) {
            state = new LiveState.Ended("The enrolment was cancelled", "nothing was stored");
        } else if (now - watchedNanos > settings.unwatched().toNanos()) {
            state = new LiveState.Ended("The page was closed, so the enrolment has ended", "begin again");
        } else if (now - lastShot > settings.patience().toNanos()) {
            state = new LiveState.Ended(
                    "There was no further good picture for "
                            + settings.patience().toSeconds() + " seconds",
                    "try again in better light, alone and close to the camera; or enrol from photos");
        } else {
            return false;
        }
        return true;
    }

    private void finish() throws InterruptedException {
        switch (store(shots.subject().allowLookAlike())) {
            case EnrolmentOutcome.Enrolled done -> enrolled(done);
            case EnrolmentOutcome.Refused(var problems) -> state = new LiveState.Refused(problems);
            case EnrolmentOutcome.NeedsConfirmation asked -> {
                if (isConfirmed(asked.warnings())) {
                    enrolled(new EnrolmentOutcome.Enrolled(asked.store(), asked.warnings()));
                }
            }
        }
    }

    private void enrolled(EnrolmentOutcome.Enrolled done) {
        audit.accept(done);
        state = new LiveState.Enrolled(done.result(), done.warnings());
    }

    private boolean isConfirmed(List<EnrolmentWarning> warnings) throws InterruptedException {
        confirmed = false;
        state = new LiveState.NeedsConfirmation(warnings);
        long since = clock.nanos();
        while (!confirmed) {
            if (isOver(since)) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    private EnrolmentOutcome store(boolean allowLookAlike) {
        return switch (shots.subject()) {
            case GuidedSubject.NewPerson(PersonDraft draft, boolean allowed) ->
                enrolment.enrol(draft, shots.shots(), allowLookAlike);
            case GuidedSubject.Existing(PersonId person, boolean allowed) ->
                enrolment.addShots(person, shots.shots(), allowLookAlike);
        };
    }

    /** Ends it and waits for its thread. */
    void stop() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(5));
        }
    }
}
