package io.lintel.gallery;

import java.util.List;

/**
 * The people of a gallery on a plane: their mean templates along the two directions in which they differ most (principal components). Immutable.
 *
 * @param places in the order of the ids
 * @param explained share of the differences that the plane shows, 0 to 1; the rest lies in directions that it does not have
 * @param people how many people there are; more than places where not all were drawn
 */
public record GalleryMap(List<Place> places, double explained, int people) {

    public GalleryMap {
        places = List.copyOf(places);
    }

    /** Both coordinates lie in [-1, 1]; both axes have the same scale. */
    public record Place(PersonId person, double x, double y) {}
}
