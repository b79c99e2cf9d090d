package io.lintel.access;

import io.lintel.access.challenge.InstructionDraw;
import io.lintel.access.evidence.AttackMemory;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.Look;
import io.lintel.access.evidence.Nearness;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.access.pin.PinDesk;
import io.lintel.access.track.Sighting;
import io.lintel.access.track.Track;
import io.lintel.access.track.Tracker;
import io.lintel.face.Face;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.Identification;
import io.lintel.gallery.Identifier;
import io.lintel.gallery.PersonId;
import io.lintel.system.MonotonicClock;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Receives everybody who comes to the door and decides about each, one decision a visit. Knows no pixels: others find the faces and look
 * closely at those it wants. All times are those of the frames. Not thread-safe.
 */
public final class Reception {

    private final AccessSettings settings;
    private final MonotonicClock clock;
    private final String modelIds;
    private final Tracker tracker;
    private final VisitRules rules;
    private final Map<Track, Visit> visits = new HashMap<>();
    private final List<Decision> departures = new ArrayList<>();
    private long lastSequence;

    /** One that asks for nothing beyond a live face. @param modelIds names of the models in use, for explanations */
    public Reception(
            AccessSettings settings,
            ThresholdTable table,
            Identifier identifier,
            EntryRule entry,
            MonotonicClock clock,
            String modelIds) {
        this(settings, table, identifier, entry, clock, modelIds, Precautions.NONE, PinDesk.none(), new SecureRandom());
    }

    /**
     * Opens the reception.
     *
     * @param modelIds names of the models in use, for explanations
     * @param random draws the instructions of challenges; a {@link SecureRandom} at a door
     */
    public Reception(
            AccessSettings settings,
            ThresholdTable table,
            Identifier identifier,
            EntryRule entry,
            MonotonicClock clock,
            String modelIds,
            Precautions precautions,
            PinDesk pins,
            RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.modelIds = modelIds;
        this.tracker = new Tracker(settings.track());
        this.rules = new VisitRules(
                settings.visit(),
                settings.evidence(),
                new ThresholdRule(table, settings.threshold()),
                identifier,
                new Nearness(settings.evidence()),
                new VerdictRule(settings.evidence(), settings.liveness(), entry, precautions),
                new DeniedFaces(settings.visit()),
                new AttackMemory(settings.liveness().test()),
                new GuestBook(settings.visit()),
                settings.challenge(),
                new InstructionDraw(settings.challenge(), random),
                pins);
    }

    /**
     * Takes all faces of a frame; also none.
     *
     * @param faces the largest first
     * @param frameWidth pixels
     * @return the faces that are followed, in the same order
     */
    public List<Sighting> welcome(List<Face> faces, int frameWidth, long now) {
        rules.nearness().seenIn(frameWidth);
        List<Sighting> sightings = tracker.follow(faces, now);
        leave(now);
        rules.guests().forgetWhoLeft(now);
        for (Sighting sighting : sightings) {
            visit(sighting.track()).sighted(sighting.face(), now);
        }
        return sightings;
    }

    /** Decisions about those who left while something was asked of them; each is told once. */
    public List<Decision> departures() {
        List<Decision> told = List.copyOf(departures);
        departures.clear();
        return told;
    }

    private void leave(long now) {
        Set<Track> there = Set.copyOf(tracker.tracks());
        visits.values().stream().filter(visit -> !there.contains(visit.track())).forEach(visit -> depart(visit, now));
        visits.keySet().retainAll(there);
    }

    private void depart(Visit visit, long now) {
        Verdict.Refuse refusal = visit.left();
        if (refusal != null) {
            refuse(visit, refusal, lastSequence, now).ifPresent(departures::add);
        }
    }

    /** Whether a face should be looked at closely in this frame. */
    public boolean wantsLook(Track track, long now) {
        return visit(track).wantsLook(now);
    }

    /** Whether nothing is decided about a face yet, so that it comes before those that are only checked now and then. */
    public boolean isUndecided(Track track) {
        return visit(track).isDeciding();
    }

    /** Whether a liveness answer would matter: only for somebody who might be let in. */
    public boolean wantsLiveness(Track track, Identification answer) {
        Visit visit = visit(track);
        return settings.liveness() instanceof LivenessPolicy.Required
                && visit.isDeciding()
                && visit.isPlausible(answer);
    }

    /** Which time it is that a track's face is asked about liveness, from 0: the models take turns. */
    public int livenessTurn(Track track) {
        return visit(track).nextLivenessTurn();
    }

    /** Takes a face whose picture is not good enough. */
    public Optional<Decision> poorLook(Track track, FaceQuality quality, long sequence, long capturedNanos) {
        Visit visit = visit(track);
        return conclude(visit, visit.poorLook(quality, capturedNanos), sequence, capturedNanos);
    }

    /**
     * Takes a close look. A look of another face than before ends the track and is the first of a new one.
     *
     * @return a decision, if this look completes one; when it is a grant that could not be carried out, tell {@link #shut}
     */
    public Optional<Decision> look(Track track, Look look) {
        Visit visit = visit(track);
        if (!visit.continues(look)) {
            depart(visit, look.capturedNanos());
            visits.remove(track);
            visit = visit(tracker.renew(track));
            visit.continues(look);
        }
        return conclude(visit, visit.look(look), look.sequence(), look.capturedNanos());
    }

    /** A grant was decided, but the door stayed shut. */
    public void shut(Decision.Granted granted, String what, long now) {
        rules.guests().forget(granted.person());
        visits.values().stream()
                .filter(visit -> visit.track().id() == granted.explanation().trackId())
                .forEach(visit -> visit.shut(granted.person(), what, now));
    }

    /** What is known about a followed face now. */
    public FaceView view(Sighting sighting) {
        Visit visit = visits.get(sighting.track());
        if (visit == null) {
            return new FaceView(sighting.track().id(), sighting.face().box(), new Observation.Deciding(), null, null);
        }
        return new FaceView(
                visit.track().id(), sighting.face().box(), visit.observation(), visit.tally(), visit.quality());
    }

    private Visit visit(Track track) {
        return visits.computeIfAbsent(track, added -> new Visit(added, rules));
    }

    private Optional<Decision> conclude(Visit visit, Verdict verdict, long sequence, long now) {
        lastSequence = sequence;
        return switch (verdict) {
            case Verdict.Undecided undecided -> Optional.empty();
            case Verdict.Admit admit -> admit(visit, admit.person(), sequence, now);
            case Verdict.AskToMove ask -> {
                visit.askToMove(ask.person(), now);
                yield Optional.empty();
            }
            case Verdict.AskPin ask -> {
                visit.askPin(ask.person(), now);
                yield Optional.empty();
            }
            case Verdict.Refuse refuse -> refuse(visit, refuse, sequence, now);
            case Verdict.Ignore ignore -> {
                if (!visit.settleAgain(now)) {
                    visit.ignore(now);
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<Decision> admit(Visit visit, PersonId person, long sequence, long now) {
        Explanation explanation = explain(visit, visit.tries() + 1, sequence, now);
        visit.endRequests();
        boolean served = rules.guests().isStillServed(person, visit.track().firstSeenNanos(), now);
        visit.settle(person, now);
        if (served) {
            return Optional.empty();
        }
        rules.guests().letIn(person, now);
        return Optional.of(new Decision.Granted(person, explanation));
    }

    private Optional<Decision> refuse(Visit visit, Verdict.Refuse refuse, long sequence, long now) {
        DenialReason reason = refuse.reason();
        boolean unrecognised = reason == DenialReason.UNKNOWN || reason == DenialReason.LOW_QUALITY;
        if (unrecognised && visit.settleAgain(now)) {
            return Optional.empty();
        }
        int attempt = reason.isFailedTry() ? visit.tries() + 1 : visit.tries();
        Explanation explanation = explain(visit, attempt, sequence, now);
        visit.refuse(reason, now);
        return Optional.of(new Decision.Denied(reason, refuse.person(), refuse.detail(), explanation));
    }

    private Explanation explain(Visit visit, int attempt, long sequence, long now) {
        return new Explanation(
                visit.track().id(),
                attempt,
                sequence,
                (clock.nanos() - now) / 1_000_000,
                (now - visit.track().firstSeenNanos()) / 1_000_000,
                visit.tally(),
                settings.evidence().margin(),
                settings.liveness(),
                visit.quality(),
                modelIds,
                visit.proofs());
    }
}
