package io.lintel.access;

import io.lintel.access.VisitState.Collecting;
import io.lintel.access.VisitState.Settled;
import io.lintel.access.VisitState.Waiting;
import io.lintel.access.evidence.Continuity;
import io.lintel.access.evidence.Evidence;
import io.lintel.access.evidence.Look;
import io.lintel.access.evidence.Tally;
import io.lintel.access.track.Track;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.Identification;
import io.lintel.gallery.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One track's stay at the door: its evidence, its state and how often it was turned away. Not thread-safe.
 */
final class Visit {

    private final Track track;
    private final VisitRules rules;
    private final Evidence evidence;
    private final Continuity continuity;
    private final Lingering lingering;
    private final BackOff backOff;

    private VisitState state = new Collecting();
    private @Nullable PersonId guest;
    private boolean lookedAt;
    private long lastLookNanos;
    private @Nullable FaceQuality quality;
    private @Nullable Tally tally;

    Visit(Track track, VisitRules rules) {
        this.track = track;
        this.rules = rules;
        this.evidence = rules.newEvidence();
        this.continuity = new Continuity(rules.settings().continuity());
        this.lingering = new Lingering(rules.settings(), rules.nearness());
        this.backOff = new BackOff(rules.settings(), rules.deniedFaces());
    }

    Track track() {
        return track;
    }

    /** Failed tries of this face so far. */
    int tries() {
        return backOff.tries();
    }

    @Nullable
    FaceQuality quality() {
        return quality;
    }

    @Nullable
    Tally tally() {
        return tally;
    }

    /** Called for each frame in which the face was found. */
    void sighted(long now) {
        backOff.sighted(now);
        if (guest != null) {
            rules.guests().seen(guest, now);
        }
    }

    /** Whether the costly stages should run: always while something is to be decided, else now and then to notice a swap. */
    boolean wantsLook(long now) {
        switch (state) {
            case Settled settled -> {
                if (now - settled.sinceNanos()
                        >= rules.settings().grantAgainAfter().toNanos()) {
                    collectAnew();
                }
            }
            case Waiting waiting -> {
                if (now - waiting.untilNanos() >= 0) {
                    collectAnew();
                }
            }
            case Collecting collecting -> {}
        }
        return isCollecting()
                || !lookedAt
                || now - lastLookNanos >= rules.settings().spotCheck().toNanos();
    }

    boolean isCollecting() {
        return state instanceof Collecting;
    }

    boolean isPlausible(Identification answer) {
        return evidence.isPlausible(answer);
    }

    /** Whether a look shows the same face as before. If not, this visit is over. */
    boolean continues(Look look) {
        return continuity.continues(look.embedding());
    }

    /** Takes a face that is not good enough to be compared. */
    Verdict poorLook(FaceQuality poor, long now) {
        noteLook(poor, now);
        return isCollecting() ? impatience(now) : new Verdict.Undecided();
    }

    /** Takes a look of the same face. */
    Verdict look(Look look) {
        long now = look.capturedNanos();
        noteLook(look.quality(), now);
        if (state instanceof Waiting waiting
                && waiting.quiet()
                && rules.nearness().isNear(look.quality())) {
            collectAnew();
        }
        if (!isCollecting()) {
            return new Verdict.Undecided();
        }
        evidence.add(look);
        Tally weighed = evidence.tally();
        tally = weighed;
        if (!backOff.isRecalled() && weighed.looks() >= rules.looksToRecall()) {
            BackOff.Wait wait = backOff.recall(evidence.mean().direction(), now);
            if (wait != null) {
                return goOnWaiting(wait);
            }
        }
        Verdict verdict = rules.verdicts().judge(weighed);
        return verdict instanceof Verdict.Undecided ? impatience(now) : verdict;
    }

    /** Lets the person in; {@code now} begins the time in which he is not let in again. */
    void settle(PersonId person, long now) {
        state = new Settled(person, now);
        guest = person;
        evidence.clear();
        backOff.forgive();
    }

    /** Somebody let in before whom a later look does not recognise: he is still the one of before, the face has not changed. */
    boolean settleAgain(long now) {
        if (guest == null) {
            return false;
        }
        state = new Settled(guest, now);
        evidence.clear();
        return true;
    }

    void refuse(DenialReason reason, long now) {
        if (reason == DenialReason.LOW_QUALITY) {
            lingering.told(now);
        } else if (reason != DenialReason.LOCKED_OUT) {
            waitOut(backOff.denied(reason, evidence.mean().direction(), now));
            evidence.clear();
        }
    }

    /** Nothing was said, but the try counts for the time to the next. */
    void ignore(long now) {
        long until = now + backOff.ignored().toNanos();
        state = new Waiting(new Observation.Approaching(), until, true);
        evidence.clear();
    }

    /** Recognised, but the door stayed shut: tried again soon, and not held against the person. */
    void shut(PersonId person, String what, long now) {
        guest = null;
        state = new Waiting(
                new Observation.Trouble(person, what),
                now + rules.settings().firstWait().toNanos(),
                false);
    }

    Observation observation() {
        return switch (state) {
            case Settled settled -> new Observation.Granted(settled.person());
            case Waiting waiting -> waiting.shown();
            case Collecting collecting -> lingering.observation(quality);
        };
    }

    private void collectAnew() {
        state = new Collecting();
        tally = null;
        evidence.clear();
        lingering.restart();
    }

    private void noteLook(FaceQuality seen, long now) {
        quality = seen;
        lookedAt = true;
        lastLookNanos = now;
        lingering.note(seen, now);
    }

    private Verdict impatience(long now) {
        return lingering.tooLong(now)
                ? new Verdict.Refuse(DenialReason.LOW_QUALITY, null, "no picture of the face is good enough")
                : new Verdict.Undecided();
    }

    /** A face that was denied on an earlier track goes on where it was. */
    private Verdict goOnWaiting(BackOff.Wait wait) {
        waitOut(wait);
        return wait.shown() == DenialReason.LOCKED_OUT
                ? new Verdict.Refuse(DenialReason.LOCKED_OUT, null, "denied " + backOff.tries() + " times, has to wait")
                : new Verdict.Undecided();
    }

    private void waitOut(BackOff.Wait wait) {
        state = new Waiting(new Observation.Denied(wait.shown()), wait.untilNanos(), false);
    }
}
