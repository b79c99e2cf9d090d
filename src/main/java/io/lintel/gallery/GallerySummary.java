package io.lintel.gallery;

import java.util.Map;

/**
 * What is in the gallery that is searched now.
 *
 * @param revision rises with every change
 * @param persons enrolled
 * @param searchable persons with at least one template of the model in use; the others cannot be recognised
 * @param templates of the model in use
 * @param foreignTemplates templates of other models by the model's id: not searched, to be enrolled anew
 * @param unreadable rows that no sense can be made of
 */
public record GallerySummary(
        long revision,
        int persons,
        int searchable,
        int templates,
        Map<String, Integer> foreignTemplates,
        int unreadable) {

    public GallerySummary {
        foreignTemplates = Map.copyOf(foreignTemplates);
    }
}
