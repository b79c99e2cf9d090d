package io.lintel.gallery;

import io.lintel.storage.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list of people page by page: each page begins behind the last person of the one before, however long the list. */
final class PeoplePageStore {

    private final Database database;

    PeoplePageStore(Database database) {
        this.database = database;
    }

    PeoplePage page(PeopleQuery query, Instant now) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" WHERE 1");
        if (!query.nameContains().isBlank()) {
            where.append(" AND name_key LIKE ? ESCAPE '\\'");
            values.add("%" + PersonName.searchKey(query.nameContains()).replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        if (query.status() != null) {
            where.append(" AND ").append(condition(query.status()));
            for (int i = 0; i < marks(query.status()); i++) {
                values.add(now.toEpochMilli());
            }
        }
        if (query.among() != null) {
            where.append(" AND id IN (").append(query.among().sql()).append(")");
            values.addAll(query.among().parameters());
        }
        if (query.after() != null) {
            where.append(" AND (name_key, id) > (SELECT name_key, id FROM person WHERE id = ?)");
            values.add(query.after().value());
        }
        values.add(query.limit() + 1);
        List<PersonSummary> people = database.read(sql -> sql.list(
                "SELECT person.*, (SELECT count(*) FROM template WHERE template.person = person.id) AS templates,"
                        + " (SELECT min(template) FROM template_portrait WHERE template_portrait.person = person.id)"
                        + " AS portrait FROM person" + where + " ORDER BY name_key, id LIMIT ?",
                GalleryStore::summary,
                values.toArray()));
        if (people.size() <= query.limit()) {
            return new PeoplePage(people, null);
        }
        List<PersonSummary> shown = people.subList(0, query.limit());
        return new PeoplePage(shown, shown.getLast().person().id());
    }

    PeopleCount count(Instant now) {
        long at = now.toEpochMilli();
        return database.read(sql -> sql.first(
                        "SELECT count(*), sum(" + condition(PersonStatus.ACTIVE) + "), sum("
                                + condition(PersonStatus.DISABLED) + "), sum(" + condition(PersonStatus.NOT_YET_VALID)
                                + "), sum(" + condition(PersonStatus.EXPIRED) + ") FROM person",
                        row -> new PeopleCount(
                                row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)),
                        at,
                        at,
                        at,
                        at,
                        at)
                .orElse(new PeopleCount(0, 0, 0, 0, 0)));
    }

    /** As {@link Person#status} decides, in its order. */
    private static String condition(PersonStatus status) {
        String begun = "(valid_from IS NULL OR valid_from <= ?)";
        return switch (status) {
            case ACTIVE -> "(enabled = 1 AND " + begun + " AND (valid_until IS NULL OR valid_until > ?))";
            case DISABLED -> "(enabled = 0)";
            case NOT_YET_VALID -> "(enabled = 1 AND valid_from > ?)";
            case EXPIRED -> "(enabled = 1 AND " + begun + " AND valid_until <= ?)";
        };
    }

    /** How many times the moment stands in a condition. */
    private static int marks(PersonStatus status) {
        return switch (status) {
            case ACTIVE, EXPIRED -> 2;
            case DISABLED -> 0;
            case NOT_YET_VALID -> 1;
        };
    }
}
