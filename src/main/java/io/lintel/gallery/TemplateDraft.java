package io.lintel.gallery;

import io.lintel.face.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * A template to be stored.
 *
 * @param modelId the embedder that made it
 * @param variants how many views of the shot the embedding is the mean of; 1 when it was not augmented
 * @param portrait the face to be shown on pages; null where none is kept
 */
public record TemplateDraft(
        Embedding embedding,
        String modelId,
        TemplateSource source,
        int variants,
        ShotQuality quality,
        @Nullable Portrait portrait) {

    public TemplateDraft(
            Embedding embedding, String modelId, TemplateSource source, int variants, ShotQuality quality) {
        this(embedding, modelId, source, variants, quality, null);
    }

    /** The same with another picture for the pages. */
    public TemplateDraft withPortrait(Portrait kept) {
        return new TemplateDraft(embedding, modelId, source, variants, quality, kept);
    }
}
