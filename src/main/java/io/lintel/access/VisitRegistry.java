package io.lintel.access;

import io.lintel.access.evidence.Sample;
import io.lintel.access.track.Sighting;
import io.lintel.access.track.Track;
import io.lintel.access.track.Tracker;
import io.lintel.face.Face;
import io.lintel.face.FaceQuality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the door: one {@link Visit} for each track, from its first sighting until the face is gone. Knows no pixels and decides nothing. All times
 * are those of the frames. Not thread-safe, but for {@link #use}.
 */
public final class VisitRegistry {

    private final Tracker tracker;
    private final VisitCollaborators collaborators;
    private final AtomicReference<@Nullable AccessSettings> next = new AtomicReference<>();
    private final Map<Track, Visit> visits = new HashMap<>();
    private final List<Decision> endedVisits = new ArrayList<>();
    private VisitRules rules;

    public VisitRegistry(AccessSettings settings, VisitCollaborators collaborators) {
        this.tracker = new Tracker(settings.track());
        this.collaborators = collaborators;
        this.rules = VisitRules.of(settings, collaborators);
    }

    /** Other settings, for all visits that begin from the next frame on; whoever is there is judged as they were. From any thread. */
    public void use(AccessSettings settings) {
        next.set(settings);
    }

    /**
     * Takes all faces of a frame; also none.
     *
     * @param faces the largest first
     * @param frameWidth pixels; 0 where there is no frame
     * @param frameHeight pixels
     * @return the faces that are followed, in the same order
     */
    public List<Sighting> track(List<Face> faces, int frameWidth, int frameHeight, long now) {
        AccessSettings changed = next.getAndSet(null);
        if (changed != null) {
            rules = rules.changedTo(changed, collaborators);
        }
        rules.proximity().seenIn(frameWidth, frameHeight);
        List<Sighting> sightings = tracker.follow(faces, now);
        endWhoLeft(now);
        rules.recentGrants().forgetWhoLeft(now);
        for (Sighting sighting : sightings) {
            visit(sighting.track()).sighted(sighting.face(), now);
        }
        return sightings;
    }

    private void endWhoLeft(long now) {
        Set<Track> there = Set.copyOf(tracker.tracks());
        visits.forEach((track, visit) -> {
            if (!there.contains(track)) {
                visit.leave(now).ifPresent(endedVisits::add);
            }
        });
        visits.keySet().retainAll(there);
    }

    /** Decisions about those who left while something was asked of them; each is returned once. */
    public List<Decision> endedVisits() {
        List<Decision> decisions = List.copyOf(endedVisits);
        endedVisits.clear();
        return decisions;
    }

    /** The visit of a followed face. */
    public Visit visit(Track track) {
        return visits.computeIfAbsent(track, added -> new Visit(added, rules));
    }

    /** The visit that a sample belongs to: when it shows another face than before, the track's visit ends and a new one begins. */
    public Visit visit(Track track, Sample sample) {
        Visit visit = visit(track);
        if (visit.continues(sample)) {
            return visit;
        }
        visit.leave(sample.capturedNanos()).ifPresent(endedVisits::add);
        visits.remove(track);
        Visit successor = visit(tracker.renew(track));
        successor.continues(sample);
        return successor;
    }

    /** Whether a face is farther away than anybody is let in from: comparing it would be in vain. */
    public boolean isTooFar(FaceQuality quality) {
        return rules.proximity().isTooFar(quality);
    }

    /** A grant was decided, but the door stayed shut. */
    public void grantFailed(Decision.Granted granted, String what, long now) {
        rules.recentGrants().forget(granted.person());
        visits.forEach((track, visit) -> {
            if (track.id() == granted.explanation().trackId()) {
                visit.grantFailed(granted.person(), what, now);
            }
        });
    }

    /** What is known about a followed face now. */
    public FaceView view(Sighting sighting) {
        Visit visit = visits.get(sighting.track());
        return visit == null
                ? new FaceView(
                        sighting.track().id(), sighting.face().box(), new DoorScreenMessage.Deciding(), null, null, 0)
                : visit.view(sighting.face());
    }
}
