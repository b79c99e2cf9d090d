package io.lintel.gallery;

import io.lintel.face.Embedding;

/**
 * A template to be stored.
 *
 * @param modelId the embedder that made it
 * @param variants how many views of the shot the embedding is the mean of; 1 when it was not augmented
 */
public record TemplateDraft(
        Embedding embedding, String modelId, TemplateSource source, int variants, ShotQuality quality) {}
