package io.lintel.gallery;

import org.jspecify.annotations.Nullable;

/**
 * Which people a page of the list shows.
 *
 * @param nameContains words that the name contains, without regard to case, accents and their order; empty for all
 * @param status only those; null for all
 * @param among only people whom it selects, such as the members of a group; null for all
 * @param after the last person of the page before; null for the first page
 * @param order of the list
 * @param backwards whether the list is the other way round
 * @param limit people on a page, 1 to 500
 */
public record PeopleQuery(
        String nameContains,
        @Nullable PersonStatus status,
        @Nullable PersonSubquery among,
        @Nullable PersonId after,
        PeopleOrder order,
        boolean backwards,
        int limit) {

    public PeopleQuery {
        if (limit < 1 || limit > 500) {
            throw new GalleryException(
                    "A page shows 1 to 500 people, not " + limit, "ask for fewer, and then for more");
        }
    }

    /** In alphabetical order. */
    public PeopleQuery(
            String nameContains,
            @Nullable PersonStatus status,
            @Nullable PersonSubquery among,
            @Nullable PersonId after,
            int limit) {
        this(nameContains, status, among, after, PeopleOrder.NAME, false, limit);
    }

    public static PeopleQuery all(int limit) {
        return new PeopleQuery("", null, null, null, limit);
    }

    /** The same list, but the page after somebody. */
    public PeopleQuery after(@Nullable PersonId last) {
        return new PeopleQuery(nameContains, status, among, last, order, backwards, limit);
    }
}
