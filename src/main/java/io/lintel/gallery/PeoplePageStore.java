package io.lintel.gallery;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of people page by page: each page begins behind the last person of the one before. People are looked through and sorted in
 * memory, because the database holds their names sealed, some 20 ms for 10,000; what belongs to the people of a page is read for those alone.
 */
final class PeoplePageStore {

    private final Database database;
    private final PersonRowStore persons;

    PeoplePageStore(Database database, PersonRowStore persons) {
        this.database = database;
        this.persons = persons;
    }

    /** What the list shows of a person's templates. */
    private record Counted(int templates, @Nullable Long portrait) {

        static final Counted NONE = new Counted(0, null);
    }

    PeoplePage page(PeopleQuery query, Instant now) {
        return database.read(sql -> {
            Map<PersonId, Instant> visits = visits(sql);
            List<Person> all = sorted(found(sql, query, now), query, visits);
            List<Person> rest = all.subList(behind(all, query.after()), all.size());
            boolean more = rest.size() > query.limit();
            List<Person> shown = more ? rest.subList(0, query.limit()) : rest;
            return new PeoplePage(
                    summaries(sql, shown, visits), more ? shown.getLast().id() : null);
        });
    }

    /** How many people all pages of a list show together. */
    int count(PeopleQuery query, Instant now) {
        return database.read(sql -> found(sql, query, now).size());
    }

    /** In alphabetical order. */
    private List<Person> found(Sql sql, PeopleQuery query, Instant now) throws SQLException {
        List<String> words = Arrays.stream(
                        PersonName.searchKey(query.nameContains()).split(" "))
                .toList();
        PersonSubquery subquery = query.among();
        Set<Long> among = subquery == null
                ? null
                : new HashSet<>(sql.list(
                        subquery.sql(),
                        row -> row.getLong(1),
                        subquery.parameters().toArray()));
        return persons.all(sql).stream()
                .filter(listed -> words.stream().allMatch(listed.searchKey()::contains))
                .map(ListedPerson::person)
                .filter(person -> query.status() == null || person.status(now) == query.status())
                .filter(person -> among == null || among.contains(person.id().value()))
                .toList();
    }

    /** In alphabetical order. @param text part of a name without regard to case and accents; empty for all */
    List<PersonSummary> list(String text, int limit, int offset) {
        String key = PersonName.searchKey(text);
        return database.read(sql -> summaries(
                sql,
                persons.all(sql).stream()
                        .filter(listed -> listed.searchKey().contains(key))
                        .skip(offset)
                        .limit(limit)
                        .map(ListedPerson::person)
                        .toList(),
                Map.of()));
    }

    /** Who is equal stays in alphabetical order. */
    private static List<Person> sorted(List<Person> byName, PeopleQuery query, Map<PersonId, Instant> visits) {
        Comparator<Person> order = switch (query.order()) {
            case NAME -> null;
            case VALID_UNTIL ->
                Comparator.comparing(person -> person.validity().until() == null
                        ? Instant.MAX
                        : person.validity().until());
            case LAST_VISIT ->
                Comparator.<Person, Instant>comparing(person -> visits.getOrDefault(person.id(), Instant.MIN))
                        .reversed();
        };
        if (order == null) {
            return query.backwards() ? byName.reversed() : byName;
        }
        return byName.stream()
                .sorted(query.backwards() ? order.reversed() : order)
                .toList();
    }

    /** Where the people after somebody begin; the end, when that person is gone. */
    private static int behind(List<Person> all, @Nullable PersonId after) {
        if (after == null) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(after)) {
                return i + 1;
            }
        }
        return all.size();
    }

    private static Map<PersonId, Instant> visits(Sql sql) throws SQLException {
        Map<PersonId, Instant> visits = new HashMap<>();
        sql.each("SELECT person, last FROM person_visit", row -> {
            visits.put(new PersonId(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2)));
            return true;
        });
        return visits;
    }

    private static List<PersonSummary> summaries(Sql sql, List<Person> people, Map<PersonId, Instant> visits)
            throws SQLException {
        String ids = people.stream().map(person -> person.id().toString()).collect(Collectors.joining(", "));
        Map<Long, Counted> counted = new HashMap<>();
        sql.each(
                "SELECT person, count(*), (SELECT min(template) FROM template_portrait"
                        + " WHERE template_portrait.person = template.person) AS portrait"
                        + " FROM template WHERE person IN (" + ids + ") GROUP BY person",
                row -> {
                    counted.put(row.getLong(1), new Counted(row.getInt(2), Sql.nullableLong(row, "portrait")));
                    return true;
                });
        return people.stream()
                .map(person -> {
                    Counted of = counted.getOrDefault(person.id().value(), Counted.NONE);
                    return new PersonSummary(person, of.templates(), of.portrait(), visits.get(person.id()));
                })
                .toList();
    }

    PeopleCount count(Instant now) {
        Map<PersonStatus, Long> counts = database.read(persons::all).stream()
                .collect(Collectors.groupingBy(listed -> listed.person().status(now), Collectors.counting()));
        return new PeopleCount(
                counts.values().stream().mapToInt(Long::intValue).sum(),
                of(counts, PersonStatus.ACTIVE),
                of(counts, PersonStatus.DISABLED),
                of(counts, PersonStatus.NOT_YET_VALID),
                of(counts, PersonStatus.EXPIRED));
    }

    private static int of(Map<PersonStatus, Long> counts, PersonStatus status) {
        return counts.getOrDefault(status, 0L).intValue();
    }
}
