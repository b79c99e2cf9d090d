package io.lintel.gallery;

import java.time.Instant;

/** A stored template without its embedding, which never leaves the gallery. Fields as in {@link TemplateDraft}. */
public record Template(
        long id,
        PersonId person,
        String modelId,
        TemplateSource source,
        int variants,
        ShotQuality quality,
        Instant created) {}
