package io.lintel.evaluation.pad;

import io.lintel.face.Embedding;
import io.lintel.gallery.MemoryGallery;
import io.lintel.gallery.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Enrols the person of a clip, alone, so that only liveness stands between an attack and the door: from live stills of the first session that has any,
 * else from another live clip, else from the clip itself. Three pictures each, as enrolment at the camera takes.
 */
final class ClipEnrolment {

    /** Where the pictures come from. */
    enum Source {
        STILLS("live stills of the person"),
        OTHER_CLIP("another live clip of the person"),
        OWN_FRAMES("the clip's own frames"),
        NOTHING("nothing: no frame of the person is good enough");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** @param gallery empty where there is nothing to enrol from */
    record Enrolled(MemoryGallery gallery, Source source) {}

    private final List<AnalysedPresentation> stills;
    private final List<AnalysedPresentation> clips;

    ClipEnrolment(List<AnalysedPresentation> stills, List<AnalysedPresentation> clips) {
        this.stills = stills;
        this.clips = clips;
    }

    Enrolled of(AnalysedPresentation clip) {
        List<Embedding> fromStills = liveStills(clip.presentation().subject());
        if (!fromStills.isEmpty()) {
            return enrol(fromStills, Source.STILLS);
        }
        Optional<List<Embedding>> other = clips.stream()
                .filter(each ->
                        each != clip && isLiveOf(each, clip.presentation().subject()))
                .map(AnalysedPresentation::embeddings)
                .filter(embeddings -> !embeddings.isEmpty())
                .findFirst();
        if (other.isPresent()) {
            return enrol(other.get(), Source.OTHER_CLIP);
        }
        return enrol(clip.embeddings(), Source.OWN_FRAMES);
    }

    /** Three live stills of somebody, or fewer; none without stills. */
    List<Embedding> shots(String subject) {
        List<Embedding> stills = liveStills(subject);
        return stills.isEmpty() ? stills : three(stills);
    }

    private List<Embedding> liveStills(String subject) {
        List<AnalysedPresentation> live = stills.stream()
                .filter(each -> isLiveOf(each, subject) && !each.embeddings().isEmpty())
                .toList();
        String first = live.stream()
                .map(each -> each.presentation().session())
                .min(Comparator.naturalOrder())
                .orElse("");
        return live.stream()
                .filter(each -> each.presentation().session().equals(first))
                .map(each -> each.embeddings().getFirst())
                .toList();
    }

    private static boolean isLiveOf(AnalysedPresentation each, String subject) {
        return each.presentation().isLive() && each.presentation().subject().equals(subject);
    }

    private static Enrolled enrol(List<Embedding> shots, Source source) {
        MemoryGallery gallery = MemoryGallery.asAtTheDoor();
        if (shots.isEmpty()) {
            return new Enrolled(gallery, Source.NOTHING);
        }
        gallery.enrol(new PersonId(1), three(shots));
        return new Enrolled(gallery, source);
    }

    /** The first, the middle and the last. */
    private static List<Embedding> three(List<Embedding> shots) {
        return IntStream.of(0, shots.size() / 2, shots.size() - 1)
                .distinct()
                .mapToObj(shots::get)
                .toList();
    }
}
