package io.lintel.admin.people;

import io.lintel.gallery.PeopleCount;
import io.lintel.gallery.PeopleQuery;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonStatus;
import io.lintel.gallery.PersonSubquery;
import io.lintel.schedule.Group;
import io.lintel.schedule.GroupStore;
import io.quarkus.qute.TemplateData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the list of people is narrowed to, as its address says it. What makes no sense there is left out. */
@TemplateData
public record PeopleFilter(
        String q, String status, @Nullable Long group) {

    /** @param path where the list is so narrowed */
    @TemplateData
    public record Choice(String title, int count, String path, boolean chosen) {}

    /** A group to choose. */
    @TemplateData
    public record GroupChoice(long id, String name, boolean chosen) {}

    PeopleQuery query(@Nullable Long after, int limit) {
        PersonSubquery members = group == null ? null : GroupStore.members(new Group.Id(group));
        return new PeopleQuery(q, parsed(), members, after == null ? null : new PersonId(after), limit);
    }

    public boolean isNarrow() {
        return !q.isBlank() || parsed() != null || group != null;
    }

    private @Nullable PersonStatus parsed() {
        for (PersonStatus each : PersonStatus.values()) {
            if (word(each).equals(status)) {
                return each;
            }
        }
        return null;
    }

    List<Choice> statuses(PeopleCount count) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("All", count.all(), path("", null), parsed() == null));
        add(choices, "Active", count.active(), PersonStatus.ACTIVE);
        add(choices, "Disabled", count.disabled(), PersonStatus.DISABLED);
        add(choices, "Expired", count.expired(), PersonStatus.EXPIRED);
        add(choices, "Not yet valid", count.notYetValid(), PersonStatus.NOT_YET_VALID);
        return choices;
    }

    List<GroupChoice> groups(List<Group> groups) {
        return groups.stream()
                .map(each -> new GroupChoice(
                        each.id().value(),
                        each.name().value(),
                        group != null && group == each.id().value()))
                .toList();
    }

    private void add(List<Choice> choices, String title, int count, PersonStatus each) {
        choices.add(new Choice(title, count, path(word(each), null), each == parsed()));
    }

    /** The list's address with another status, from after a person on. */
    String path(String otherStatus, @Nullable PersonId after) {
        StringBuilder path = new StringBuilder("/admin/people?");
        append(path, "q", q);
        append(path, "status", otherStatus);
        append(path, "group", group == null ? "" : Long.toString(group));
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

    private static String word(PersonStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
