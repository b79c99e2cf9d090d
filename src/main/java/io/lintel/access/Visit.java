package io.lintel.access;

import io.lintel.access.VisitState.AtPinPad;
import io.lintel.access.VisitState.Challenged;
import io.lintel.access.VisitState.Collecting;
import io.lintel.access.VisitState.Settled;
import io.lintel.access.VisitState.Waiting;
import io.lintel.access.challenge.Challenge;
import io.lintel.access.challenge.ChallengeState;
import io.lintel.access.challenge.Gesture;
import io.lintel.access.evidence.Continuity;
import io.lintel.access.evidence.Evidence;
import io.lintel.access.evidence.Look;
import io.lintel.access.evidence.Tally;
import io.lintel.access.pin.PinRequest;
import io.lintel.access.pin.PinState;
import io.lintel.access.track.Track;
import io.lintel.face.Face;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.Identification;
import io.lintel.gallery.PersonId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One track's stay at the door: its evidence, its state and how often it was turned away. Not thread-safe.
 */
final class Visit {

    /** How long a face may take to be recognised again after an instruction or a PIN, nanoseconds. */
    private static final long RECOGNISED_AGAIN = 5_000_000_000L;

    private final Track track;
    private final VisitRules rules;
    private final Evidence evidence;
    private final Continuity continuity;
    private final Lingering lingering;
    private final BackOff backOff;

    private VisitState state = new Collecting();
    private @Nullable PersonId guest;
    private boolean lookedAt;
    private int livenessTurns;
    private long lastLookNanos;
    private @Nullable FaceQuality quality;
    private @Nullable Tally tally;
    private final List<String> proofs = new ArrayList<>();

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

    /** What was asked for beyond the face since the last decision, and how it went. */
    List<String> proofs() {
        return proofs;
    }

    /** Called for each frame in which the face was found. */
    void sighted(Face face, long now) {
        backOff.sighted(now);
        if (state instanceof Challenged challenged) {
            challenged.challenge().see(Gesture.of(face, now));
        }
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
            case Challenged challenged -> {}
            case AtPinPad pad -> {}
        }
        return isDeciding()
                || !lookedAt
                || now - lastLookNanos >= rules.settings().spotCheck().toNanos();
    }

    boolean isCollecting() {
        return state instanceof Collecting;
    }

    /** Whether something is still to be decided: evidence, an instruction, a PIN. */
    boolean isDeciding() {
        return switch (state) {
            case Collecting collecting -> true;
            case Challenged challenged -> true;
            case AtPinPad pad -> true;
            case Settled settled -> false;
            case Waiting waiting -> false;
        };
    }

    int nextLivenessTurn() {
        return livenessTurns++;
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
        return switch (state) {
            case Collecting collecting -> impatience(now);
            case Challenged challenged -> challenged(challenged, null, now);
            case AtPinPad pad -> atPinPad(pad, null, now);
            case Settled settled -> new Verdict.Undecided();
            case Waiting waiting -> new Verdict.Undecided();
        };
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
        if (!isDeciding()) {
            return new Verdict.Undecided();
        }
        evidence.add(look);
        Tally weighed = evidence.tally();
        tally = weighed;
        return switch (state) {
            case Challenged challenged -> challenged(challenged, weighed, now);
            case AtPinPad pad -> atPinPad(pad, weighed, now);
            default -> collected(weighed, now);
        };
    }

    private Verdict collected(Tally weighed, long now) {
        if (!backOff.isRecalled() && weighed.looks() >= rules.looksToRecall()) {
            BackOff.Wait wait = backOff.recall(evidence.mean().direction(), now);
            if (wait != null) {
                return goOnWaiting(wait);
            }
        }
        Verdict verdict = rules.verdicts().judge(weighed);
        return verdict instanceof Verdict.Undecided ? impatience(now) : verdict;
    }

    /** The person is to follow instructions from now on. */
    void askToMove(PersonId person, long now) {
        evidence.restartLiveness();
        double eyeDistance = quality == null ? 0 : quality.interOcularPixels();
        state = new Challenged(person, rules.newChallenge(eyeDistance, now), 0);
    }

    private Verdict challenged(Challenged asked, @Nullable Tally weighed, long now) {
        Challenge challenge = asked.challenge();
        challenge.timePasses(now);
        return switch (challenge.state()) {
            case ChallengeState.Failed(String why) -> {
                proofs.add(challenge.describe());
                yield new Verdict.Refuse(DenialReason.SPOOF, asked.person(), "challenge: " + why);
            }
            case ChallengeState.Passed passed -> {
                Challenged done = asked;
                if (asked.passedNanos() == 0) {
                    proofs.add(challenge.describe());
                    done = new Challenged(asked.person(), challenge, now);
                    state = done;
                }
                Verdict verdict = weighed == null
                        ? new Verdict.Undecided()
                        : rules.verdicts().afterChallenge(weighed, asked.person());
                boolean lost = verdict instanceof Verdict.Undecided && now - done.passedNanos() > RECOGNISED_AGAIN;
                yield lost
                        ? new Verdict.Refuse(
                                DenialReason.SPOOF, asked.person(), "not recognised any more after the challenge")
                        : verdict;
            }
            case ChallengeState.Settling settling -> new Verdict.Undecided();
            case ChallengeState.Asked step -> new Verdict.Undecided();
        };
    }

    /** The person is to type the PIN from now on. */
    void askPin(PersonId person, long now) {
        evidence.restartLiveness();
        state = new AtPinPad(person, rules.pins().open(person, now), now, 0);
    }

    private Verdict atPinPad(AtPinPad pad, @Nullable Tally weighed, long now) {
        PinRequest request = pad.request() == null ? rules.pins().open(pad.person(), now) : pad.request();
        if (request == null) {
            return new Verdict.Undecided();
        }
        if (pad.request() == null) {
            state = new AtPinPad(pad.person(), request, now, 0);
        }
        return switch (rules.pins().state(request, now)) {
            case PinState.Open open -> new Verdict.Undecided();
            case PinState.Wrong(String why) -> new Verdict.Refuse(DenialReason.WRONG_PIN, pad.person(), why);
            case PinState.Right right -> {
                AtPinPad done = pad;
                if (pad.rightNanos() == 0) {
                    proofs.add("PIN");
                    done = new AtPinPad(pad.person(), request, pad.sinceNanos(), now);
                    state = done;
                }
                Verdict verdict = weighed == null
                        ? new Verdict.Undecided()
                        : rules.verdicts().afterPin(weighed, pad.person());
                boolean lost = verdict instanceof Verdict.Undecided && now - done.rightNanos() > RECOGNISED_AGAIN;
                yield lost
                        ? new Verdict.Refuse(
                                DenialReason.LOW_QUALITY, pad.person(), "not recognised any more after the PIN")
                        : verdict;
            }
        };
    }

    /** The face is gone. @return what that means, if something was asked of it; else null */
    Verdict.@Nullable Refuse left() {
        Verdict.Refuse refusal = switch (state) {
            case Challenged asked -> {
                if (asked.passedNanos() == 0) {
                    proofs.add(asked.challenge().describe());
                }
                yield new Verdict.Refuse(DenialReason.SPOOF, asked.person(), "left during the challenge");
            }
            case AtPinPad pad -> new Verdict.Refuse(DenialReason.WRONG_PIN, pad.person(), "left without a PIN");
            case Collecting collecting -> null;
            case Settled settled -> null;
            case Waiting waiting -> null;
        };
        endRequests();
        return refusal;
    }

    /** Nobody waits for a PIN of this visit any more. */
    void endRequests() {
        if (state instanceof AtPinPad pad && pad.request() != null) {
            rules.pins().close(pad.request());
        }
    }

    /** Lets the person in; {@code now} begins the time in which he is not let in again. */
    void settle(PersonId person, long now) {
        state = new Settled(person, now);
        guest = person;
        evidence.granted(person);
        proofs.clear();
        backOff.forgive();
    }

    /** Somebody let in before whom a later look does not recognise: he is still the one of before, the face has not changed. */
    boolean settleAgain(long now) {
        if (guest == null) {
            return false;
        }
        endRequests();
        state = new Settled(guest, now);
        evidence.clear();
        return true;
    }

    void refuse(DenialReason reason, long now) {
        endRequests();
        proofs.clear();
        if (reason == DenialReason.LOW_QUALITY) {
            if (!isCollecting()) {
                collectAnew();
            }
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
            case Challenged challenged ->
                new Observation.Asked(challenged.challenge().instruction());
            case AtPinPad pad -> observation(pad);
        };
    }

    private Observation observation(AtPinPad pad) {
        PinRequest request = pad.request();
        if (request == null) {
            return new Observation.Deciding();
        }
        return switch (rules.pins().state(request, lastLookNanos)) {
            case PinState.Open(int triesLeft) ->
                new Observation.EnterPin(rules.pins().ticket(request), triesLeft);
            case PinState.Right right -> new Observation.Asked(null);
            case PinState.Wrong wrong -> new Observation.Deciding();
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
