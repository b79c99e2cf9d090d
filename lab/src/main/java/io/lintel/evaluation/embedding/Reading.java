package io.lintel.evaluation.embedding;

import io.lintel.face.Embedding;
import io.lintel.face.QualityFlaw;
import java.util.List;
import java.util.Set;

/**
 * What the pipeline makes of one picture file.
 *
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 * @param eyeDistance between the centres of the eyes, pixels; 0 without a face
 * @param flaws why the door would not use the face; empty without one
 * @param views embeddings, that of the face itself first; empty when no face is found
 */
public record Reading(int width, int height, float eyeDistance, Set<QualityFlaw> flaws, List<Embedding> views) {

    public Reading {
        flaws = Set.copyOf(flaws);
        views = List.copyOf(views);
    }

    public boolean hasFace() {
        return !views.isEmpty();
    }
}
