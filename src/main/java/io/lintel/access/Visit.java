package io.lintel.access;

import io.lintel.access.evidence.Evidence;
import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.access.evidence.FaceSwapDetector;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.Sample;
import io.lintel.access.track.Track;
import io.lintel.face.Face;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.Identification;
import io.lintel.gallery.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One track's time at the door: takes its samples and decides. Holds the evidence, the state and how often the face was turned away. Times are
 * those of the frames. Not thread-safe.
 */
public final class Visit {

    private final Track track;
    private final VisitRules rules;
    private final Evidence evidence;
    private final FaceSwapDetector swapDetector;
    private final DwellTimer dwell;
    private final BackOff backOff;
    private final List<String> proofs = new ArrayList<>();

    private VisitState state;
    private @Nullable PersonId granted;
    private int livenessTurns;
    private long lastSequence;
    private long lastSampleNanos;
    private @Nullable FaceQuality quality;
    private @Nullable EvidenceSummary summary;

    Visit(Track track, VisitRules rules) {
        this.track = track;
        this.rules = rules;
        this.evidence = rules.newEvidence();
        this.swapDetector = new FaceSwapDetector(rules.settings().continuity());
        this.dwell = new DwellTimer(rules.settings(), rules.proximity());
        this.backOff = new BackOff(rules);
        this.state = new CollectingState(rules, evidence, dwell, backOff);
    }

    /** Called for each frame in which the face was found. */
    void sighted(Face face, long now) {
        backOff.sighted(now);
        state.sighted(face, now);
        if (granted != null) {
            rules.recentGrants().seen(granted, now);
        }
    }

    /** Whether the costly stages should run: always while something is to be decided, else now and then to notice a swap. */
    public boolean wantsSample(long now) {
        if (state.hasEnded(now)) {
            collectAnew();
        }
        return isDeciding()
                || quality == null
                || now - lastSampleNanos >= rules.spotCheck(state).toNanos();
    }

    /** Whether something is still to be decided, so that this face comes before those that are only checked now and then. */
    public boolean isDeciding() {
        return state.isDeciding();
    }

    /** Whether a liveness answer would matter: only for somebody who might be let in. */
    public boolean wantsLiveness(Identification answer) {
        return rules.liveness() instanceof LivenessPolicy.Required
                && state.asksLiveness()
                && evidence.isPlausible(answer);
    }

    /** Which time it is that the face is asked about liveness, from 0: the models take turns. */
    public int nextLivenessTurn() {
        return livenessTurns++;
    }

    /** Whether a sample shows the same face as before. If not, this visit is over. */
    boolean continues(Sample sample) {
        return swapDetector.continues(sample.embedding());
    }

    /** Takes a face that is too far away, or whose picture is not good enough to be compared. @return a decision, if this completes one */
    public Optional<Decision> addPoor(FaceQuality poor, long sequence, long now) {
        note(poor, sequence, now);
        return conclude(state.judge(null, now), now);
    }

    /** Takes a sample of the same face. @return a decision, if this completes one; of a grant not carried out tell {@link VisitRegistry#grantFailed} */
    public Optional<Decision> add(Sample sample) {
        long now = sample.capturedNanos();
        if (rules.proximity().isTooFar(sample.quality())) {
            return addPoor(sample.quality(), sample.sequence(), now);
        }
        note(sample.quality(), sample.sequence(), now);
        if (state.endsNearby() && rules.proximity().isNear(sample.quality())) {
            collectAnew();
        }
        if (!state.isWatching()) {
            return Optional.empty();
        }
        evidence.add(sample);
        EvidenceSummary weighed = evidence.tally();
        summary = weighed;
        Verdict verdict = state.judge(weighed, now);
        if (state.isEndedBy(weighed, now)) {
            collectAnew();
        }
        return conclude(verdict, now);
    }

    /** The face is gone. @return a denial, if something was asked of it */
    Optional<Decision> leave(long now) {
        Verdict.Refuse refusal = state.left();
        state.close();
        return refusal == null ? Optional.empty() : refuse(refusal, now);
    }

    /** Recognised, but the door stayed shut: tried again soon, and not held against the person. */
    void grantFailed(PersonId person, String what, long now) {
        granted = null;
        become(WaitingState.showing(
                new DoorScreenMessage.Trouble(person, what),
                now + rules.settings().firstWait().toNanos()));
    }

    /** What is known about the face now. */
    FaceView view(Face face) {
        return new FaceView(
                track.id(), face.box(), state.message(quality, lastSampleNanos), summary, quality, metres());
    }

    private Optional<Decision> conclude(Verdict verdict, long now) {
        return switch (verdict) {
            case Verdict.Undecided undecided -> Optional.empty();
            case Verdict.Admit admit -> admit(admit.who(), now);
            case Verdict.RequireChallenge required -> {
                evidence.restartLiveness();
                become(new ChallengedState(rules, required.who(), rules.newChallenge(quality, now), proofs));
                yield Optional.empty();
            }
            case Verdict.AskPin ask -> {
                evidence.restartLiveness();
                become(new PinEntryState(rules, ask.who(), proofs, now));
                yield Optional.empty();
            }
            case Verdict.Refuse refuse -> refuse(refuse, now);
            case Verdict.Ignore ignore -> {
                if (!isStillGranted(now)) {
                    // nothing is said, but the try counts for the time to the next
                    become(WaitingState.quietly(now + backOff.ignored().toNanos()));
                    evidence.clear();
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<Decision> admit(Recognised who, long now) {
        PersonId person = who.person();
        Explanation explanation = explain(backOff.tries() + 1, null, now);
        boolean served = rules.recentGrants().isStillServed(person, track.firstSeenNanos(), now);
        become(new GrantedState(who.isCertain() ? person : null, now, rules.settings()));
        granted = person;
        evidence.granted(person);
        proofs.clear();
        backOff.forgive();
        if (served) {
            return Optional.empty();
        }
        rules.recentGrants().letIn(person, now);
        return Optional.of(new Decision.Granted(who.person(), who.all(), explanation));
    }

    private Optional<Decision> refuse(Verdict.Refuse refuse, long now) {
        DenialReason reason = refuse.reason();
        if (reason.isUnrecognised() && isStillGranted(now)) {
            return Optional.empty();
        }
        Wait earlier = refuse.earlier();
        Wait wait = reason.isFollowedByAWait()
                ? backOff.denied(
                        state.tried(), reason, refuse.person(), evidence.mean().direction(), now)
                : earlier;
        Explanation explanation = explain(backOff.tries(), wait, now);
        proofs.clear();
        if (reason == DenialReason.LOW_QUALITY) {
            if (!(state instanceof CollectingState)) {
                collectAnew();
            }
            dwell.told(now);
        } else if (reason.isTheDoors()) {
            become(new KeptOutState(rules.entry(), reason));
            evidence.clear();
        } else if (wait != null) {
            become(new DeniedState(wait, wait == earlier, rules.waits(), now));
            evidence.clear();
        }
        return Optional.of(new Decision.Denied(reason, refuse.person(), refuse.detail(), explanation));
    }

    /** Somebody granted before whom a later sample does not recognise is still the same person: the face has not changed. */
    private boolean isStillGranted(long now) {
        if (granted == null) {
            return false;
        }
        become(new GrantedState(granted, now, rules.settings()));
        evidence.clear();
        return true;
    }

    private void collectAnew() {
        become(new CollectingState(rules, evidence, dwell, backOff));
        summary = null;
        evidence.clear();
        dwell.restart();
    }

    private void become(VisitState next) {
        state.close();
        state = next;
    }

    private void note(FaceQuality seen, long sequence, long now) {
        quality = seen;
        lastSequence = sequence;
        lastSampleNanos = now;
        dwell.note(seen, now);
    }

    private Explanation explain(int attempt, @Nullable Wait wait, long now) {
        Explanation.Timing timing = new Explanation.Timing(
                lastSequence, (rules.clock().nanos() - now) / 1_000_000, (now - track.firstSeenNanos()) / 1_000_000);
        return new Explanation(track.id(), attempt, timing, summary, quality, metres(), rules.inForce(), wait, proofs);
    }

    private double metres() {
        return rules.proximity().metres(quality);
    }
}
