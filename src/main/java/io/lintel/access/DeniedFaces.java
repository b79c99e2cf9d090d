package io.lintel.access;

import io.lintel.face.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Faces lately denied, so that stepping aside and back does not begin the count anew. In memory only, bounded, and per
 * face: nobody else waits because of them. Not thread-safe.
 */
final class DeniedFaces {

    /** A doorway's worth of visitors in ten minutes; the one not seen for longest makes room. */
    private static final int CAPACITY = 32;

    private final VisitSettings settings;
    private final List<DeniedFace> faces = new ArrayList<>();

    DeniedFaces(VisitSettings settings) {
        this.settings = settings;
    }

    /** The remembered face most like this one; null when none is alike enough. */
    @Nullable
    DeniedFace find(Embedding face, long now) {
        faces.removeIf(
                each -> now - each.lastSeenNanos() > settings.rememberFor().toNanos());
        return faces.stream()
                .filter(each -> each.embedding().cosine(face) >= settings.sameFace())
                .max(Comparator.comparingDouble(each -> each.embedding().cosine(face)))
                .orElse(null);
    }

    DeniedFace remember(Embedding face, Wait wait, long now) {
        if (faces.size() >= CAPACITY) {
            faces.remove(faces.stream()
                    .min(Comparator.comparingLong(DeniedFace::lastSeenNanos))
                    .orElseThrow());
        }
        DeniedFace remembered = new DeniedFace(face, wait, now);
        faces.add(remembered);
        return remembered;
    }

    void forget(DeniedFace face) {
        faces.remove(face);
    }
}
