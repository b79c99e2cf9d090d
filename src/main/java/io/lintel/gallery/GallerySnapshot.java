package io.lintel.gallery;

import java.util.Map;

/** The gallery at one revision. Immutable. */
record GallerySnapshot(
        Map<PersonId, Person> persons,
        TemplateIndex index,
        LookAlikes lookAlikes,
        GalleryProjection projection,
        GallerySummary summary) {}
