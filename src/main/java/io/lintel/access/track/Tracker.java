package io.lintel.access.track;

import io.lintel.face.Face;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows several faces over frames by place and size; best pairs first. It cannot tell who it follows: whoever sees that the face in
 * a place has become another one calls {@link #renew}. Not thread-safe.
 */
public final class Tracker {

    private final TrackSettings settings;
    private final Affinity affinity;
    private final List<Track> tracks = new ArrayList<>();
    private long lastId;
    private long previousNanos;

    public Tracker(TrackSettings settings) {
        this.settings = settings;
        this.affinity = new Affinity(settings);
    }

    /**
     * Takes the faces of one frame.
     *
     * @param faces the largest first: when there are more than tracks may be kept, the last are left out
     * @param now when the frame was captured
     * @return each followed face, in the order of {@code faces}
     */
    public List<Sighting> follow(List<Face> faces, long now) {
        forgetLost(now);
        @Nullable Track[] found = new Track[faces.size()];
        Set<Track> taken = new HashSet<>();
        for (Pair pair : pairs(faces)) {
            if (found[pair.face] == null && taken.add(pair.track)) {
                found[pair.face] = pair.track;
                pair.track.seen(faces.get(pair.face).box(), now);
            }
        }
        List<Sighting> sightings = new ArrayList<>(faces.size());
        for (int i = 0; i < faces.size(); i++) {
            Track track = found[i] != null ? found[i] : begin(faces.get(i), now);
            if (track != null) {
                sightings.add(new Sighting(track, faces.get(i)));
            }
        }
        return sightings;
    }

    /** Ends a track whose face has become another one and begins a new one in its place. */
    public Track renew(Track track) {
        Track successor = new Track(++lastId, track.box(), track.lastSeenNanos());
        tracks.replaceAll(each -> each == track ? successor : each);
        return successor;
    }

    /** All tracks, also those whose face is missing for the moment. */
    public List<Track> tracks() {
        return List.copyOf(tracks);
    }

    private void forgetLost(long now) {
        tracks.removeIf(
                track -> now - track.lastSeenNanos() > longestAbsence(track).toNanos());
        previousNanos = now;
    }

    private Duration longestAbsence(Track track) {
        return track.lastSeenNanos() == previousNanos ? settings.slowestFrame() : settings.gap();
    }

    private List<Pair> pairs(List<Face> faces) {
        List<Pair> pairs = new ArrayList<>();
        for (Track track : tracks) {
            for (int i = 0; i < faces.size(); i++) {
                double value = affinity.between(track.box(), faces.get(i).box());
                if (value > 0) {
                    pairs.add(new Pair(track, i, value));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::affinity).reversed());
        return pairs;
    }

    private @Nullable Track begin(Face face, long now) {
        if (tracks.size() >= settings.maximum() && !makeRoom(now)) {
            return null;
        }
        Track track = new Track(++lastId, face.box(), now);
        tracks.add(track);
        return track;
    }

    /** A face that is there counts more than one that has been missing longest. */
    private boolean makeRoom(long now) {
        return tracks.stream()
                .filter(track -> track.lastSeenNanos() != now)
                .min(Comparator.comparingLong(Track::lastSeenNanos))
                .map(tracks::remove)
                .orElse(false);
    }

    private record Pair(Track track, int face, double affinity) {}
}
