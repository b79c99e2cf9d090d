package io.lintel.admin.people;

import io.lintel.gallery.PeopleCount;
import io.lintel.gallery.PeopleOrder;
import io.lintel.gallery.PeopleQuery;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonStatus;
import io.lintel.gallery.PersonSubquery;
import io.lintel.schedule.Group;
import io.lintel.schedule.GroupStore;
import io.lintel.system.Kebab;
import io.quarkus.qute.TemplateData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the list of people is narrowed to and how it is shown, as its address says it. What makes no sense there is left out.
 *
 * @param view {@code list} or {@code cards}; else what fits the number of people
 * @param sort a {@link PeopleOrder}, in lower case with hyphens; else by name
 */
@TemplateData
public record PeopleFilter(
        String q, String status, @Nullable Long group, String view, String sort, boolean backwards) {

    /** More people than this are looked for in a list, fewer are known by their faces. */
    private static final int MOST_CARDS = 24;

    /** @param path where the list is so narrowed */
    @TemplateData
    public record Choice(String title, int count, String path, boolean chosen) {}

    /** A group to choose. */
    @TemplateData
    public record GroupChoice(long id, String name, boolean chosen) {}

    /** A head of the list. @param path where the list is sorted by it @param sorted for {@code aria-sort}; empty: by another one */
    @TemplateData
    public record Column(String title, String path, String sorted) {}

    PeopleQuery query(int limit) {
        PersonSubquery members = group == null ? null : GroupStore.members(new Group.Id(group));
        return new PeopleQuery(q, parsed(), members, null, order(), backwards, limit);
    }

    public boolean isNarrow() {
        return !q.isBlank() || parsed() != null || group != null;
    }

    boolean isList(int people) {
        return switch (view) {
            case "list" -> true;
            case "cards" -> false;
            default -> people > MOST_CARDS;
        };
    }

    private @Nullable PersonStatus parsed() {
        for (PersonStatus each : PersonStatus.values()) {
            if (Kebab.of(each).equals(status)) {
                return each;
            }
        }
        return null;
    }

    private PeopleOrder order() {
        for (PeopleOrder each : PeopleOrder.values()) {
            if (Kebab.of(each).equals(sort)) {
                return each;
            }
        }
        return PeopleOrder.NAME;
    }

    List<Choice> statuses(PeopleCount count) {
        return List.of(
                choice("All", count.all(), null),
                choice("Active", count.active(), PersonStatus.ACTIVE),
                choice("Disabled", count.disabled(), PersonStatus.DISABLED),
                choice("Expired", count.expired(), PersonStatus.EXPIRED),
                choice("Not yet valid", count.notYetValid(), PersonStatus.NOT_YET_VALID));
    }

    private Choice choice(String title, int count, @Nullable PersonStatus each) {
        String other = each == null ? "" : Kebab.of(each);
        return new Choice(
                title, count, new PeopleFilter(q, other, group, view, sort, backwards).path(), each == parsed());
    }

    List<GroupChoice> groups(List<Group> groups) {
        return groups.stream()
                .map(each -> new GroupChoice(
                        each.id().value(),
                        each.name().value(),
                        group != null && group == each.id().value()))
                .toList();
    }

    /** Each sorts by itself; the one that the list is sorted by, the other way round. */
    List<Column> columns() {
        return List.of(
                column("Name", PeopleOrder.NAME),
                column("Valid until", PeopleOrder.VALID_UNTIL),
                column("Last visit", PeopleOrder.LAST_VISIT));
    }

    private Column column(String title, PeopleOrder by) {
        boolean now = by == order();
        String word = by == PeopleOrder.NAME ? "" : Kebab.of(by);
        // A visit that is newer comes first: the values fall.
        boolean rising = (by == PeopleOrder.LAST_VISIT) == backwards;
        return new Column(
                title,
                new PeopleFilter(q, status, group, "list", word, now && !backwards).path(),
                !now ? "" : rising ? "ascending" : "descending");
    }

    public String asCards() {
        return new PeopleFilter(q, status, group, "cards", sort, backwards).path();
    }

    public String asList() {
        return new PeopleFilter(q, status, group, "list", sort, backwards).path();
    }

    /** Where the list is a file. */
    public String export() {
        return path().replace("/admin/people", "/admin/people/selection/export");
    }

    /** The list's address. */
    String path() {
        return path(null);
    }

    /** The same from after a person on. */
    String path(@Nullable PersonId after) {
        StringBuilder path = new StringBuilder("/admin/people?");
        append(path, "q", q);
        append(path, "status", status);
        append(path, "group", group == null ? "" : Long.toString(group));
        append(path, "view", view);
        append(path, "sort", sort);
        append(path, "backwards", backwards ? "yes" : "");
        append(path, "after", after == null ? "" : after.toString());
        path.setLength(path.length() - 1);
        return path.toString();
    }

    private static void append(StringBuilder path, String name, String value) {
        if (!value.isBlank()) {
            path.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&');
        }
    }
}
