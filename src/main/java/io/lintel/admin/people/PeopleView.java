package io.lintel.admin.people;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * One page of the people.
 *
 * @param asList whether as a list, not as cards
 * @param columns of the list that it can be sorted by
 * @param total how many people all pages show together
 * @param pairs look-alikes; only where the list is not narrowed, on its first page
 * @param next address of the next page; empty on the last one
 * @param beginning address of the first page; empty there
 */
@TemplateData
public record PeopleView(
        PeopleFilter filter,
        boolean asList,
        List<PeopleFilter.Choice> statuses,
        List<PeopleFilter.GroupChoice> groups,
        List<PeopleFilter.Column> columns,
        List<PersonLine> people,
        int total,
        List<PairView> pairs,
        String next,
        String beginning) {

    public boolean isOnSeveralPages() {
        return total > people.size();
    }
}
